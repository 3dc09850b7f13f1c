using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

internal static class SectionStates
{
    /// <summary>What is written on is begun, and no longer done; what was sent back stays so until somebody says that it is done.</summary>
    public static Task MarkWritingAsync(
        ShirubeDb db,
        Asker asker,
        PlanDraft draft,
        string section,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into draft_section (government_code, draft_number, section, state, set_by, set_at)
            values ({draft.GovernmentCode.Value}, {draft.Number}, {section}, {nameof(SectionState.Writing)},
                {asker.PersonOrNull}, {now})
            on conflict (government_code, draft_number, section) do update
                set state = excluded.state, set_by = excluded.set_by, set_at = excluded.set_at
                where draft_section.state in ('NotStarted', 'Done')
            """,
            cancel
        );
}
