using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Documents.Stored;

namespace Shirube.Data;

/// <summary>The keys that the rows of a version share.</summary>
internal static class VersionPartMapping
{
    private static readonly string[] Version =
    [
        nameof(VersionPart.GovernmentCode),
        nameof(VersionPart.DocumentNumber),
        nameof(VersionPart.VersionNumber),
    ];

    /// <param name="own">The rest of the key, in order.</param>
    public static void HasVersionKey<T>(this EntityTypeBuilder<T> entity, params string[] own)
        where T : VersionPart
    {
        entity.HasKey([.. Version, .. own]);
        entity.Ignore(part => part.VersionKey);
        foreach (var property in own.Where(name => typeof(T).GetProperty(name)?.PropertyType == typeof(int)))
            entity.Property(property).ValueGeneratedNever();
    }

    public static void IsPartOfVersion<T>(this EntityTypeBuilder<T> entity)
        where T : VersionPart => entity.HasOne<DocumentVersion>().WithMany().HasForeignKey(Version);

    /// <param name="at">Name of the property that holds the position of the row above; none when the row above is the version's only one.</param>
    public static void HasParts<T, TPart>(
        this EntityTypeBuilder<T> entity,
        Expression<Func<T, IEnumerable<TPart>?>> parts,
        params string[] at
    )
        where T : VersionPart
        where TPart : VersionPart => entity.HasMany(parts).WithOne().HasForeignKey([.. Version, .. at]);
}
