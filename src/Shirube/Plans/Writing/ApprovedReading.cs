using System.Globalization;
using Shirube.Approvals;
using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>
/// 決裁との照合: the reading of a document that was written out of an approved plan. Whatever it says otherwise than what
/// was approved becomes a finding at its place, and a figure that was not approved stays open: nobody is shown it.
/// </summary>
public static class ApprovedReading
{
    /// <summary>Longer texts are named by their beginning; the finding leads to the passage itself.</summary>
    private const int LongestQuote = 200;

    public static Reading Of(PlanContent approved, Reading document)
    {
        var read = ApprovedIndicators.WithWholeNames(approved, document);
        var named =
            read.Indicators.Count == approved.Indicators.Count ? read : ApprovedIndicators.ByName(approved, read);
        var (held, notes) = ApprovedTexts.In(approved, named);
        var content = ReadPlan.Of(held, approved.Form, []);
        var differences = ReadBack.Differences(approved, content).ToList();
        if (named != read)
            differences.Insert(
                0,
                new Difference(
                    "/indicators",
                    null,
                    null,
                    Number(approved.Indicators.Count),
                    Number(read.Indicators.Count)
                )
            );
        var (open, findings) = (held, new List<Finding>());
        foreach (
            var said in differences
                .GroupBy(difference => DifferencePointer.Of(approved, content, held, difference))
                .Where(said => notes.All(note => note.Pointer != said.Key))
        )
        {
            open = OpenedReading.At(open, said.Key);
            findings.AddRange(
                IsList(said.Key)
                    ? [Said(approved.Form, said.Key, said.First(), said.Count())]
                    : said.Select(one => Said(approved.Form, said.Key, one, 1))
            );
        }
        // Of a plan that rests on donations the sum stands in its own section; 総事業費 elsewhere is a word of a text.
        if (open.TotalCostYen is { } cost && approved.Facts.CostYen != cost.Value)
            open = open with { TotalCostYen = null };
        return Totals(approved, open, findings) with { Findings = [.. held.Findings, .. notes, .. findings] };
    }

    /// <summary>Read as a whole, so that one slip at its head makes everything below it another.</summary>
    private static bool IsList(string pointer) =>
        pointer is "/tree" or "/policies" or "/funding" or "/privateShares" or "/schedule";

    /// <param name="count">Differences of a list, of which the first is quoted.</param>
    private static Finding Said(PlanForm form, string pointer, Difference first, int count) =>
        count == 1
            ? new Finding(
                "PLAN010",
                Severity.Error,
                null,
                NameOf(form, pointer, first),
                Quoted(first.Before),
                Quoted(first.After)
            )
            {
                Pointer = pointer,
            }
            : new Finding(
                "PLAN014",
                Severity.Error,
                null,
                NameOf(form, pointer, first),
                count,
                Quoted(first.Before),
                Quoted(first.After)
            )
            {
                Pointer = pointer,
            };

    /// <summary>A text by its section, 4-1 地方創生の実現における構造的な課題, as the plan calls it; anything else by its field.</summary>
    private static string NameOf(PlanForm form, string pointer, Difference difference) =>
        pointer.StartsWith("/chapters", StringComparison.Ordinal)
        && difference.Place.Split('/') is ["", "plan", "passages", _, var key]
        && PlanOutline.Find(form, key) is { } section
            ? OutlineText.Numbered(form, section, OutlineText.Japanese)
            : FindingWord.Field(pointer);

    /// <summary>The printed sum of the years, which no other part of a plan holds.</summary>
    private static Reading Totals(PlanContent approved, Reading read, List<Finding> findings) =>
        read with
        {
            Indicators =
            [
                .. read.Indicators.Select(
                    (one, at) =>
                    {
                        if (one.Total is not { } total || approved.Indicators[at].Total == total.Value)
                            return one;
                        var pointer = string.Create(CultureInfo.InvariantCulture, $"/indicators/{at}/total");
                        findings.Add(
                            new Finding(
                                "PLAN010",
                                Severity.Error,
                                total.Evidence,
                                FindingWord.Field(pointer),
                                approved.Indicators[at].Total ?? (object)FindingWord.Word("none"),
                                total.Value
                            )
                            {
                                Pointer = pointer,
                            }
                        );
                        return one with { Total = null };
                    }
                ),
            ],
        };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string? said) =>
        said is null ? FindingWord.Word("none") : Cut(said.ReplaceLineEndings("／"));

    private static string Cut(string text) =>
        text.Length <= LongestQuote
            ? text
            : text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…";
}
