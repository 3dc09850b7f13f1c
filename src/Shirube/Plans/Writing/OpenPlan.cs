using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Plans.Writing;

/// <summary>A plan under writing with all that stands in it, as it holds now.</summary>
public sealed class OpenPlan
{
    public required PlanDraft Draft { get; init; }
    public required PlanContent Content { get; init; }

    /// <summary>Years beside those of the KPI table in which figures were entered: kept, and in the table again where the project has them.</summary>
    public required IReadOnlyList<FiscalYear> YearsBeside { get; init; }
    public required IReadOnlyDictionary<string, DraftPassage> Passages { get; init; }
    public required IReadOnlyDictionary<string, DraftSection> Sections { get; init; }

    /// <summary>Those that wait for a person.</summary>
    public required IReadOnlyList<DraftRival> Rivals { get; init; }

    /// <summary>Findings that somebody with the right let stand.</summary>
    public required IReadOnlyList<DraftExcuse> Excuses { get; init; }

    /// <summary>Why the finding may stand; null when nobody said so.</summary>
    public DraftExcuse? ExcuseOf(PlacedFinding finding) =>
        Excuses.FirstOrDefault(excuse => excuse.Finding == finding.Key);

    /// <summary>The errors that keep the plan from approval.</summary>
    public IEnumerable<PlacedFinding> InTheWay =>
        DraftChecks.Run(this).Where(finding => finding.IsError && ExcuseOf(finding) is null);

    public SectionState StateOf(PlanSection section) =>
        Sections.TryGetValue(section.Key, out var known) ? known.State : SectionState.NotStarted;

    /// <summary>Sections that have to be written and that nobody called done.</summary>
    public IEnumerable<PlanSection> Undone =>
        Content.Outline.Where(section =>
            section.IsWritten
            && StateOf(section) is var state
            && state != SectionState.Done
            && !(section.IsOptional && state == SectionState.NotStarted)
        );

    /// <summary>Number of the approval that is under way; null when none is.</summary>
    public Task<int?> ApprovalAsync(ShirubeDb db, CancellationToken cancel) =>
        HeldPlan.ApprovalOfAsync(db, Draft, cancel);

    /// <returns>Null when the government has no such plan.</returns>
    public static async Task<OpenPlan?> FindAsync(
        ShirubeDb db,
        GovernmentCode government,
        int number,
        CancellationToken cancel = default
    )
    {
        var draft = await db
            .PlanDrafts.AsNoTracking()
            .SingleOrDefaultAsync(draft => draft.GovernmentCode == government && draft.Number == number, cancel);
        if (draft is null)
            return null;
        var passages = await PartsAsync(db.DraftPassages);
        var indicators = await PartsAsync(db.DraftIndicators.Include(indicator => indicator.Targets));
        var rivals = await PartsAsync(db.DraftRivals.Where(rival => rival.SettledAt == null));
        var content = new PlanContent
        {
            Form = draft.Form,
            Authors = PlanAuthor.InOrder((await PartsAsync(db.DraftAuthors)).Select(author => author.Author)),
            Passages = passages
                .Select(passage => (passage.Key, Text: PassageText.Tidy(passage.Text)))
                .Where(passage => passage.Text.Length > 0)
                .ToImmutableSortedDictionary(passage => passage.Key, passage => passage.Text, StringComparer.Ordinal),
            Indicators =
            [
                .. indicators
                    .OrderBy(indicator => indicator.Position)
                    .ThenBy(indicator => indicator.Number)
                    .Select(indicator => indicator.Indicator),
            ],
            Levels = draft.Levels,
            Nodes = NodeRows.InOrder(
                await PartsAsync(db.DraftNodes),
                await PartsAsync(db.DraftNodeIndicators),
                await PartsAsync(db.DraftLinks.Where(link => link.NodeNumber != null))
            ),
            Links =
            [
                .. (await PartsAsync(db.DraftLinks.Where(link => link.NodeNumber == null)))
                    .OrderBy(link => link.Number)
                    .Select(link => link.Link),
            ],
            Funding =
            [
                .. (await PartsAsync(db.DraftFunding))
                    .OrderBy(amount => amount.Year)
                    .ThenBy(amount => amount.Source)
                    .Select(amount => new FundingAmount(amount.Year, amount.Source, amount.Yen)),
            ],
            PrivateShares =
            [
                .. (await PartsAsync(db.DraftPrivateShares))
                    .OrderBy(target => target.NthYear)
                    .Select(target => new PrivateShareTarget(target.NthYear, target.Percent)),
            ],
            Schedule =
            [
                .. (await PartsAsync(db.DraftSchedule))
                    .OrderBy(item => item.Position)
                    .ThenBy(item => item.Number)
                    .Select(item => new ScheduleItem(
                        item.Number,
                        item.Name,
                        item.FirstMonth,
                        item.LastMonth,
                        item.Note
                    )),
            ],
        };
        var own = content.OfItsYears();
        return new OpenPlan
        {
            Draft = draft,
            Passages = passages.ToDictionary(passage => passage.Key),
            Sections = (await PartsAsync(db.DraftSections)).ToDictionary(section => section.Section),
            Excuses = await PartsAsync(db.DraftExcuses.Where(excuse => excuse.WithdrawnAt == null)),
            Rivals = [.. rivals.OrderBy(rival => rival.Number)],
            Content = own,
            YearsBeside =
            [
                .. content
                    .Indicators.SelectMany(indicator => indicator.Targets)
                    .Select(target => target.Year)
                    .Except(own.Indicators.SelectMany(indicator => indicator.Targets).Select(target => target.Year))
                    .Order(),
            ],
        };

        Task<List<T>> PartsAsync<T>(IQueryable<T> parts)
            where T : DraftPart =>
            parts
                .AsNoTracking()
                .Where(part => part.GovernmentCode == government && part.DraftNumber == number)
                .ToListAsync(cancel);
    }
}
