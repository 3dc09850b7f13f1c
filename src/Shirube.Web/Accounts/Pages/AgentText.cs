namespace Shirube.Web.Accounts.Pages;

/// <summary>A browser's description of itself in two words; whole where none of the usual ones is in it.</summary>
internal static class AgentText
{
    // Each names the ones behind it too, to be taken for them.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Microsoft Edge"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(string agent) =>
        (Find(Browsers, agent), Find(Systems, agent)) switch
        {
            ({ } browser, { } system) => $"{browser} / {system}",
            ({ } browser, null) => browser,
            _ => agent,
        };

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
