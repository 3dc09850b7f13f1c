using System.Globalization;
using Shirube.Documents.Text;

namespace Shirube.Permissions;

/// <summary>The roles as lists that people paste and commands write them, in Japanese or in English.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, Role> Known = Enum.GetValues<Role>()
        .SelectMany(role => Spellings(role).Select(name => (name, role)))
        .DistinctBy(spelling => spelling.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(spelling => spelling.name, spelling => spelling.role, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a name that no role has.</summary>
    public static Role? Find(string name) => Known.TryGetValue(Plain(name), out var role) ? role : null;

    private static IEnumerable<string> Spellings(Role role) =>
        [
            role.ToString(),
            Plain(PermissionText.Of(role, CultureInfo.InvariantCulture)),
            Plain(PermissionText.Of(role, CultureInfo.GetCultureInfo("en"))),
        ];

    private static string Plain(string name) =>
        Folding.Squeeze(name).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
