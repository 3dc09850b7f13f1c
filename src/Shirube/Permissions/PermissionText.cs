using System.Globalization;
using System.Resources;

namespace Shirube.Permissions;

/// <summary>The names of roles, acts and reaches, from <c>Resources/Permissions.resx</c>, for the one who reads.</summary>
public static class PermissionText
{
    private static readonly ResourceManager Words = new(
        "Shirube.Resources.Permissions",
        typeof(PermissionText).Assembly
    );

    public static string Of(Role role, CultureInfo? culture = null) => Text("Role." + role, culture);

    public static string Of(Act act, CultureInfo? culture = null) => Text("Act." + act, culture);

    public static string Of(Reach reach, CultureInfo? culture = null) => Text("Reach." + reach, culture);

    private static string Text(string key, CultureInfo? culture) =>
        Words.GetString(key, culture ?? CultureInfo.CurrentUICulture) ?? key;
}
