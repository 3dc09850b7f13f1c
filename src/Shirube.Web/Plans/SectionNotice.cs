using Shirube.Data;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Web.Hosting;

namespace Shirube.Web.Plans;

/// <summary>What is said when the state of a section was set: of one that is called done, how much of it is left to put right.</summary>
internal static class SectionNotice
{
    public static async Task<Notice> OfAsync(
        ShirubeDb db,
        Asker asker,
        int plan,
        string section,
        SectionState state,
        CancellationToken cancel
    )
    {
        var left =
            state == SectionState.Done && await OpenPlan.FindAsync(db, asker.Government!.Value, plan, cancel) is { } now
                ? now.InTheWay.Count(finding => finding.Section == section)
                : 0;
        return left > 0 ? new Notice("Section.SetDoneWithErrors", [$"{left}"]) : new Notice("Section.Set" + state, []);
    }
}
