using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Web.Components;

/// <summary>What stands in the head of every page: only what the person may do.</summary>
internal static class SiteNav
{
    private static readonly (string Text, string Page, Act Act)[] OfGovernment =
    [
        ("Nav.Documents", "", Act.ReadDocuments),
        ("Nav.Plans", "/plans", Act.ReadPlans),
        ("Nav.Approvals", "/approvals", Act.ReadApprovals),
        ("Nav.Calendar", "/calendar", Act.ReadCalendar),
        ("Nav.People", "/people", Act.ReadPeople),
        ("Nav.Audit", "/audit", Act.ReadAudit),
        ("Nav.Settings", "/settings", Act.ChangeSettings),
    ];

    /// <param name="asker">Null for nobody signed in.</param>
    public static IEnumerable<(string Text, string Address)> For(Asker? asker)
    {
        if (asker is null)
            yield break;
        yield return ("Nav.Home", "/");
        if (asker.May(Act.ImportDocuments))
            yield return ("Nav.Import", "/import");
        if (asker.Government is not { } government)
            yield break;
        foreach (var (text, page, act) in OfGovernment)
        {
            if (asker.May(act))
                yield return (text, AddressOf(government) + page);
        }
    }

    public static string AddressOf(GovernmentCode government) => $"/governments/{government}";
}
