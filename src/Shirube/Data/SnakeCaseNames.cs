using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Shirube.Data;

/// <summary>Tables are named after types and columns after properties, as SQL writes names: PlanAuthor is plan_author.</summary>
internal sealed partial class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            // A name that a mapping gives by hand is the stronger one and stays.
            entity.Builder.ToTable(Of(entity.ClrType.Name));
            foreach (var property in entity.GetDeclaredProperties())
            {
                if (property.GetColumnName() != "xmin")
                    property.Builder.HasColumnName(Of(property.Name));
            }
        }
    }

    internal static string Of(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
