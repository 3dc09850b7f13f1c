using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
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
/// the plan's document. Every figure of an approved plan so leads to the passage of the plan that states it.
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
        var read = await ReadAsync(content, government, cancel);
        var outcome = await new StoreDocument(db, clock).ExecuteAsync(asker, read, draft.DocumentNumber, cancel);
        await new SayMeanings(db).ExecuteAsync(
            outcome.Version,
            [.. content.Indicators.Select(indicator => (indicator.Name, indicator.Basis, indicator.Direction))],
            cancel
        );
        draft.DocumentNumber = outcome.Version.Document;
        await db.SaveChangesAsync(cancel);
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
            reading,
            GovernmentDirectory.Find(government)!
        );
    }
}
