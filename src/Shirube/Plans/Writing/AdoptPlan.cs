using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Checks;
using Shirube.Documents.Recognition;
using Shirube.Documents.Stored;
using Shirube.Documents.Writing;
using Shirube.Governments;
using Shirube.Indicators;
using Shirube.Permissions;
using Shirube.Plans.HandIn;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Plans.Writing;

/// <summary>
/// 決裁後の版: writes what was decided on its form, reads it as any document is read, and keeps it as the next version of
/// the plan's document. Every figure of an approved plan so leads to the passage of the plan that states it, and what was
/// read otherwise than it was approved is said at its place.
/// </summary>
internal sealed class AdoptPlan(ShirubeDb db, TimeProvider clock)
{
    public async Task ExecuteAsync(Asker asker, DecidedContent decided, CancellationToken cancel)
    {
        var government = asker.Government!.Value;
        var number = PlanSubject.NumberOf(government, decided.Address);
        var draft = await db.PlanDrafts.SingleAsync(
            draft => draft.GovernmentCode == government && draft.Number == number,
            cancel
        );
        var content = PlanContentJson.Read(decided.Bytes);
        var read = await ReadAsync(content, government, cancel) with { Approval = decided.Approval };
        var outcome = await new StoreDocument(db, clock).ExecuteAsync(asker, read, draft.DocumentNumber, cancel);
        var meanings = await MeaningsAsync(content, draft, decided.Approval, cancel);
        await new SayMeanings(db, clock).ExecuteAsync(outcome.Version, meanings, cancel);
        draft.DocumentNumber = outcome.Version.Document;
        await db.SaveChangesAsync(cancel);
    }

    private async Task<IReadOnlyList<SaidMeaning>> MeaningsAsync(
        PlanContent content,
        PlanDraft draft,
        int approval,
        CancellationToken cancel
    )
    {
        var said = await db
            .DraftIndicators.AsNoTracking()
            .Where(row => row.GovernmentCode == draft.GovernmentCode && row.DraftNumber == draft.Number)
            .ToDictionaryAsync(row => row.Number, row => new { row.SaidBy, row.SaidAt }, cancel);
        // What came with a copy was said by nobody here: who handed the plan over stands for it.
        var drafter = await db
            .Approvals.Where(one => one.GovernmentCode == draft.GovernmentCode && one.Number == approval)
            .Select(one => one.DrafterId)
            .SingleAsync(cancel);
        var reason = string.Format(
            CultureInfo.InvariantCulture,
            OutlineText.Of("Meaning.Decided", OutlineText.Japanese),
            approval
        );
        return
        [
            .. content.Indicators.Select(indicator =>
            {
                var who = said.GetValueOrDefault(indicator.Number);
                return new SaidMeaning(
                    indicator.Basis,
                    indicator.Direction,
                    new Doer(who?.SaidBy ?? drafter, draft.GovernmentCode),
                    who?.SaidAt,
                    indicator.Definition is { Length: > 0 } definition ? $"{reason}\n{definition}" : reason
                );
            }),
        ];
    }

    private static async Task<ReadFile> ReadAsync(
        PlanContent content,
        GovernmentCode government,
        CancellationToken cancel
    )
    {
        var name = DocumentName.Of(content.Facts.Title, "plan");
        var fileName = name.Replace('/', '／') + DocumentWriter.EndingOf(Format.Word);
        var written = WordWriter.Write(PlanDocument.Of(content));
        var (document, reading) = await TimedReading.ReadAsync(fileName, written, TimedReading.Limit, cancel);
        return new ReadFile(
            new ImportedFile(fileName, written) { Government = government },
            document,
            Checked(document, ApprovedReading.Of(content, reading), content),
            GovernmentDirectory.Find(government)!
        );
    }

    /// <summary>The checks once more, on what holds, with what the plan says its figures mean.</summary>
    private static Reading Checked(SourceDocument document, Reading reading, PlanContent content)
    {
        var meant = reading with
        {
            Findings = [.. reading.Findings.Where(finding => !finding.IsOfCheck)],
            Indicators =
            [
                .. reading.Indicators.Select(
                    (indicator, at) => indicator with { TargetBasis = content.Indicators[at].Basis }
                ),
            ],
        };
        return reading with { Findings = [.. meant.Findings, .. DocumentChecks.Run(document, meant)] };
    }
}
