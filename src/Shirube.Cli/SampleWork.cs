using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Plans.Writing;
using Shirube.Tasks;

namespace Shirube.Cli;

/// <summary>
/// What the sample prefecture has at work, so that a tour shows it: a route of approvers, the year's calendar, and the
/// joint plan shared with the city, which keeps one of its indicators.
/// </summary>
internal sealed class SampleWork(Store store)
{
    private static readonly GovernmentCode Prefecture = GovernmentCode.Parse("100005");
    private static readonly GovernmentCode City = GovernmentCode.Parse("102032");

    /// <returns>What stands in the way; null when it is there, now or before.</returns>
    public async Task<Fault?> AddAsync(CancellationToken cancel)
    {
        var asker = Installer.For(Prefecture, "sample people");
        await using var db = store.NewContext(asker.Scope);
        if (!await db.Set<ApprovalRoute>().AnyAsync(cancel))
        {
            var people = await db.People.ToDictionaryAsync(person => person.Mail, person => person.PersonId, cancel);
            var (_, faults) = await new DefineRoute(db, TimeProvider.System).ExecuteAsync(
                asker,
                null,
                new(
                    "公表の決裁（見本）",
                    true,
                    [
                        new("課長", StepKind.Review, [new(null, 1, null)]),
                        new("部長", StepKind.Decision, [new(people["bucho.gunma@sample.example"], null, null)]),
                    ]
                ),
                cancel
            );
            if (faults.Count > 0)
                return faults[0];
            foreach (var (title, month, day) in Year)
            {
                var entry = new NewCalendarEntry(title, month, day, null);
                var (_, wrong) = await new AddCalendarEntry(db, TimeProvider.System).ExecuteAsync(asker, entry, cancel);
                if (wrong.Count > 0)
                    return wrong[0];
            }
        }
        return await ShareAsync(db, cancel) ?? await BeginPlanAsync(db, cancel);
    }

    /// <summary>The next plan, begun from the sample one, so that there is something to write on.</summary>
    private static async Task<Fault?> BeginPlanAsync(ShirubeDb db, CancellationToken cancel)
    {
        var document = await db.Documents.FirstOrDefaultAsync(document => document.Kind == ReadingKind.Plan, cancel);
        if (document is null || await db.PlanDrafts.AnyAsync(cancel))
            return null;
        var asker = Installer.For(Prefecture, "sample people");
        var source = (await PlanSources.FindAsync(db, document.Address, cancel))!;
        var (_, faults) = await new CopyPlan(db, TimeProvider.System).ExecuteAsync(
            asker,
            source,
            source.Content.Form,
            source.Name + " 次期案（見本）",
            cancel
        );
        return faults.Count > 0 ? faults[0] : null;
    }

    private static readonly (string Title, int Month, int? Day)[] Year =
    [
        ("前年度の実績の照会（見本）", 5, null),
        ("有識者会議 資料の提出（見本）", 9, 5),
        ("有識者会議（見本）", 9, 12),
        ("検証の結果の公表（見本）", 9, 30),
        ("翌年度の計画の見直し（見本）", 12, null),
    ];

    /// <summary>The plan that names both as its authors, where it was imported.</summary>
    private static async Task<Fault?> ShareAsync(ShirubeDb db, CancellationToken cancel)
    {
        var joint = await db
            .Authors.Where(author => author.GovernmentCode == Prefecture && author.AuthorCode == City.Value)
            .OrderByDescending(author => author.VersionNumber)
            .FirstOrDefaultAsync(cancel);
        if (joint is null)
            return null;
        var asker = Installer.For(Prefecture, "sample people");
        return await new ShareDocument(db, TimeProvider.System).ExecuteAsync(
                asker,
                joint.DocumentNumber,
                City,
                true,
                cancel
            )
            ?? await new AssignParts(db, TimeProvider.System).ExecuteAsync(
                asker,
                joint.VersionKey,
                new Dictionary<int, GovernmentCode> { [0] = City },
                cancel
            );
    }
}
