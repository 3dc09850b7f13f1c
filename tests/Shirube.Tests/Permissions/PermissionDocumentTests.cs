using System.Globalization;
using System.Text;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.Permissions;

public sealed class PermissionDocumentTests
{
    private static readonly CultureInfo Japanese = CultureInfo.InvariantCulture;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Document_OfPermissions_IsTheTable()
    {
        var roles = Enum.GetValues<Role>();
        var table = new StringBuilder("\n| 行為 / act |");
        foreach (var role in roles)
            table.Append(CultureInfo.InvariantCulture, $" {Both(culture => PermissionText.Of(role, culture))} |");
        table.Append('\n').Append("| --- |").Insert(table.Length, " --- |", roles.Length).Append('\n');
        foreach (var act in Enum.GetValues<Act>())
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {Both(culture => PermissionText.Of(act, culture))}<br>`{act}` |"
            );
            foreach (var role in roles)
                table.Append(CultureInfo.InvariantCulture, $" {Cell(PermissionTable.Of(role, act))} |");
            table.Append('\n');
        }
        GeneratedDocument.ShouldHold("permissions.md", table.Append('\n').ToString());
    }

    private static string Cell(Reach reach) =>
        reach == Reach.None ? "―" : Both(culture => PermissionText.Of(reach, culture));

    private static string Both(Func<CultureInfo, string> name) => $"{name(Japanese)}<br>{name(English)}";
}
