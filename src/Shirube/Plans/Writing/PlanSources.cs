using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Documents.Text;
using Shirube.Governments;

namespace Shirube.Plans.Writing;

/// <summary>The plans that one can be begun from: those under writing here, and the documents that the asker may see.</summary>
public static class PlanSources
{
    /// <summary>Says what became of a plan, not what it was.</summary>
    public const ReadingKind NoPlan = ReadingKind.VerificationSheet;

    /// <param name="address">Of a plan under writing, or of a document with or without its version.</param>
    /// <returns>Null for anything else, and for what the scope does not see.</returns>
    public static async Task<PlanSource?> FindAsync(ShirubeDb db, string address, CancellationToken cancel)
    {
        var words = address.Split('/', '?', '=');
        if (
            words is not ["", "governments", var code, var kind, var digits, .. var rest]
            || !GovernmentCode.TryParse(code, out var government)
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        return (kind, rest) switch
        {
            ("plans", []) => Of(await OpenPlan.FindAsync(db, government, number, cancel)),
            ("documents", []) => Of(await OpenDocument.FindAsync(db, code, number, null, cancel)),
            ("documents", ["version", var version])
                when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var at) => Of(
                await OpenDocument.FindAsync(db, code, number, at, cancel)
            ),
            _ => null,
        };
    }

    /// <summary>Names and addresses, one's own plans first.</summary>
    public static async Task<IReadOnlyList<(string Address, string Name)>> AllAsync(
        ShirubeDb db,
        CancellationToken cancel
    )
    {
        var drafts = await PlanList.OfAsync(db, cancel);
        var documents = await db
            .Documents.AsNoTracking()
            .Where(document => document.Kind != NoPlan)
            .OrderBy(document => document.GovernmentCode)
            .ThenBy(document => document.Number)
            .ToListAsync(cancel);
        return
        [
            .. drafts.Select(draft => (PlanDraft.AddressOf(db.Scope.Government!.Value, draft.Number), draft.Title)),
            .. documents.Select(document =>
                (
                    document.Address,
                    $"{GovernmentDirectory.Find(document.GovernmentCode)?.FullName} {document.Name}".Trim()
                )
            ),
        ];
    }

    private static PlanSource? Of(OpenPlan? plan) =>
        plan is null
            ? null
            : new PlanSource(
                plan.Content.Facts.Title ?? plan.Draft.Address,
                plan.Draft.Address,
                plan.Content,
                key => plan.Draft.Address + PageOf(plan.Content, key)
            );

    /// <summary>
    /// Some documents have 【数値目標】 in the text of 4-2, with the table of KPIs below it as lines. The table is kept as
    /// values: copied as lines too, last year's would be printed above this year's.
    /// </summary>
    private static PlanContent WithoutTable(PlanContent content)
    {
        var lines = content[PlanOutline.Summary].Split('\n');
        var at = Array.FindIndex(lines, line => Folding.Squeeze(line) == "【数値目標】");
        var isTable = at >= 0 && lines.Skip(at).Any(line => IsRow(Folding.Squeeze(line)) && line.Contains('\t'));
        return content.Indicators.Count == 0 || !isTable
            ? content
            : content with
            {
                Passages = content.Passages.SetItem(
                    PlanOutline.Summary,
                    PassageText.Tidy(string.Join('\n', lines.Take(at)))
                ),
            };
    }

    private static bool IsRow(string squeezed) => squeezed.StartsWith("KPI", StringComparison.OrdinalIgnoreCase);

    private static string PageOf(PlanContent content, string key) =>
        key.StartsWith("indicator-", StringComparison.Ordinal) ? "/indicators"
        : key.StartsWith("node-", StringComparison.Ordinal) ? "/tree"
        : content.Outline.FirstOrDefault(section =>
            section.Passages(content.Authors).Any(passage => passage.Key == key)
        )
            is { } section
            ? "/sections/" + section.Key
        : "";

    private static PlanSource? Of(OpenDocument? open)
    {
        if (open is null || open.Document.Kind == NoPlan)
            return null;
        var form = ReadPlan.FormOf(open.Reading);
        var places = open
            .Reading.Chapters.Select((chapter, at) => (chapter.Number, at))
            .Where(chapter => chapter.Number is not null)
            .DistinctBy(chapter => chapter.Number)
            .ToDictionary(chapter => chapter.Number!, chapter => chapter.at);
        return new PlanSource(
            open.Document.Name,
            open.Version.Address,
            WithoutTable(ReadPlan.Of(open.Reading, form, open.Bases)),
            key =>
                key.StartsWith("indicator-", StringComparison.Ordinal) ? open.Version.Address + "#indicators"
                : PlanOutline
                    .Of(form)
                    .FirstOrDefault(section =>
                        key.StartsWith(section.Key, StringComparison.Ordinal)
                        && section.FullNumber is not null
                        && places.ContainsKey(section.FullNumber)
                    )
                    is { } section
                    ? open.Version.Address
                        + "#chapter-"
                        + places[section.FullNumber!].ToString(CultureInfo.InvariantCulture)
                : open.Version.Address
        );
    }
}
