using Shirube.Governments;
using static Shirube.Web.Texts;

namespace Shirube.Web.Office;

/// <summary>What the pages of an office have in common.</summary>
internal static class Office
{
    /// <summary>The way back: the government, then what else lies above the page.</summary>
    public static IReadOnlyList<(string Name, string Address)> Trail(
        string code,
        params (string Name, string Address)[] above
    ) =>
        [
            (T("Nav.Governments"), "/"),
            (GovernmentDirectory.Find(GovernmentCode.Parse(code))?.FullName ?? code, $"/governments/{code}"),
            .. above,
        ];
}
