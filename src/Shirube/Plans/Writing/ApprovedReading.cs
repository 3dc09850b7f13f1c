using System.Globalization;
using Shirube.Approvals;
using Shirube.Calendar;
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
        var read = WithWholeNames(approved, document);
        var named = read.Indicators.Count == approved.Indicators.Count ? read : ByName(approved, read);
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
                .GroupBy(difference => PointerOf(approved, content, held, difference))
                .Where(said => notes.All(note => note.Pointer != said.Key))
        )
        {
            open = Open(open, said.Key);
            findings.AddRange(
                IsList(said.Key)
                    ? [Said(said.Key, said.First(), said.Count())]
                    : said.Select(one => Said(said.Key, one, 1))
            );
        }
        // Of a plan that rests on donations the sum stands in its own section; 総事業費 elsewhere is a word of a text.
        if (open.TotalCostYen is { } cost && approved.Facts.CostYen != cost.Value)
            open = open with { TotalCostYen = null };
        return Totals(approved, open, findings) with { Findings = [.. held.Findings, .. notes, .. findings] };
    }

    /// <summary>（千人） behind a name is taken for its unit; where the passage says the whole name, that is what was approved.</summary>
    private static Reading WithWholeNames(PlanContent approved, Reading read) =>
        read with
        {
            Indicators =
            [
                .. read.Indicators.Select(
                    (one, at) =>
                        one.Name is { } name
                        && approved.Indicators.ElementAtOrDefault(at)?.Name is { } whole
                        && whole.Length > name.Value.Length
                        && whole.StartsWith(name.Value, StringComparison.Ordinal)
                        && name.Evidence.At.Text.Contains(whole, StringComparison.Ordinal)
                            ? one with
                            {
                                Name = name with { Value = whole },
                            }
                            : one
                ),
            ],
        };

    /// <summary>
    /// Only the indicators that were approved, each at its place, and the tree tied to those; of one that was not found
    /// again nothing is known.
    /// </summary>
    private static Reading ByName(PlanContent approved, Reading read)
    {
        var places = new Dictionary<int, int>();
        var found = new List<ReadIndicator>();
        foreach (var indicator in approved.Indicators)
        {
            var at = Enumerable
                .Range(0, read.Indicators.Count)
                .Cast<int?>()
                .FirstOrDefault(at =>
                    read.Indicators[at!.Value].Name?.Value == indicator.Name && !places.ContainsKey(at.Value)
                );
            if (at is { } place)
                places.Add(place, found.Count);
            found.Add(
                (at is { } known ? read.Indicators[known] : new ReadIndicator { No = 0 }) with
                {
                    No = found.Count + 1,
                }
            );
        }
        return read with { Indicators = found, Tree = [.. read.Tree.Select(Moved)] };

        ReadNode Moved(ReadNode node) =>
            node with
            {
                Indicators =
                [
                    .. node
                        .Indicators.Where(tie => places.ContainsKey(tie.Indicator.Value))
                        .Select(tie =>
                            tie with
                            {
                                Indicator = tie.Indicator with { Value = places[tie.Indicator.Value] },
                            }
                        ),
                ],
            };
    }

    /// <summary>Read as a whole, so that one slip at its head makes everything below it another.</summary>
    private static bool IsList(string pointer) =>
        pointer is "/tree" or "/policies" or "/funding" or "/privateShares" or "/schedule";

    /// <param name="count">Differences of a list, of which the first is quoted.</param>
    private static Finding Said(string pointer, Difference first, int count) =>
        count == 1
            ? new Finding(
                "PLAN010",
                Severity.Error,
                null,
                FindingWord.Field(pointer),
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
                FindingWord.Field(pointer),
                count,
                Quoted(first.Before),
                Quoted(first.After)
            )
            {
                Pointer = pointer,
            };

    /// <summary>Where in the reading stands what a difference of two plans speaks of.</summary>
    private static string PointerOf(PlanContent approved, PlanContent content, Reading read, Difference difference) =>
        difference.Place.Split('/') switch
        {
            ["", "plan", "passages", _, var key] => PointerOf(approved, read, key),
            ["", "plan", "indicators", var number, "target"] when difference.Year is { } year => TargetPointer(
                read,
                Position(number),
                year
            ),
            ["", "plan", "indicators", var number, "name" or "unit" or "baseline"] =>
                $"/indicators/{Position(number)}/{difference.Place.Split('/')[^1]}",
            ["", "plan", "indicators", var number, "baselineYear"] => $"/indicators/{Position(number)}/baselineYear",
            [
                "",
                "plan",
                "indicators",
                var number,
                "definition"
                or "targetBasis"
                or "direction"
                or "rangeLow"
                or "rangeHigh",
            ] => $"/indicators/{Position(number)}/meaning",
            ["", "plan", "indicators", ..] => "/indicators",
            ["", "plan", "authors", ..] => "/entities",
            ["", "plan", "nodes" or "levels" or "links", ..] => content.Nodes.Count > 0 && read.Tree.Count > 0
                ? "/tree"
                : "/policies",
            ["", "plan", "funding", ..] => "/funding",
            ["", "plan", "privateShares", ..] => "/privateShares",
            ["", "plan", "schedule", ..] => "/schedule",
            _ => difference.Place,
        };

    /// <summary>What was read is numbered from 1, and so is what it is held against.</summary>
    private static string Position(string number) => Number(int.Parse(number, CultureInfo.InvariantCulture) - 1);

    private static string TargetPointer(Reading read, string at, int year)
    {
        var indicator = read.Indicators.ElementAtOrDefault(int.Parse(at, CultureInfo.InvariantCulture));
        var position = indicator?.Targets.ToList().FindIndex(target => target.Year == new FiscalYear(year)) ?? -1;
        return position < 0
            ? $"/indicators/{at}/targets"
            : string.Create(CultureInfo.InvariantCulture, $"/indicators/{at}/targets/{position}/value");
    }

    private static string PointerOf(PlanContent approved, Reading read, string key)
    {
        var isPlan = read.Kind == ReadingKind.Plan;
        return key switch
        {
            PlanOutline.Title => "/title",
            PlanOutline.Area when isPlan => "/area",
            PlanOutline.ProjectName => "/projectName",
            PlanOutline.Cost => "/totalCostYen",
            PlanOutline.ProjectPeriod + "-start" => isPlan ? "/projectStart" : "/periodStart",
            PlanOutline.ProjectPeriod + "-end" => isPlan ? "/projectEnd" : "/periodEnd",
            PlanOutline.PlanPeriod + "-start" => "/planStart",
            PlanOutline.PlanPeriod + "-end" => "/planEnd",
            _ when key.StartsWith(PlanOutline.Review + "-", StringComparison.Ordinal) => Review(key),
            _ => Chapter(approved, read, key),
        };
    }

    /// <summary>5-2-6-1-method: the first author's.</summary>
    private static string Review(string key)
    {
        var words = key.Split('-');
        var at = int.Parse(words[^2], CultureInfo.InvariantCulture) - 1;
        var field = words[^1] == PlanReview.ParticipantsQuestion ? "seats" : words[^1];
        return string.Create(CultureInfo.InvariantCulture, $"/verification/{at}/{field}");
    }

    private static string Chapter(PlanContent approved, Reading read, string key)
    {
        var number = PlanOutline.Find(approved.Form, key)?.FullNumber;
        var at = number is null ? -1 : read.Chapters.ToList().FindIndex(chapter => chapter.Number == number);
        return at < 0 ? "/chapters" : string.Create(CultureInfo.InvariantCulture, $"/chapters/{at}/text");
    }

    /// <summary>The reading with nothing said at a pointer where a figure, a day or an amount stands.</summary>
    private static Reading Open(Reading reading, string pointer) =>
        pointer.Split('/') switch
        {
            ["", "totalCostYen"] => reading with { TotalCostYen = null },
            ["", "projectStart"] => reading with { ProjectStart = null },
            ["", "projectEnd"] => reading with { ProjectEnd = null },
            ["", "periodStart"] => reading with { PeriodStart = null },
            ["", "periodEnd"] => reading with { PeriodEnd = null },
            ["", "planStart"] => reading with { PlanStart = null },
            ["", "planEnd"] => reading with { PlanEnd = null },
            ["", "tree"] => reading with { Tree = [] },
            ["", "funding"] => reading with { Funding = [] },
            ["", "privateShares"] => reading with { PrivateShares = [] },
            ["", "schedule"] => reading with { Schedule = [] },
            ["", "verification", var at, var field] => reading with
            {
                Verification = At(reading.Verification, at, one => Open(one, field)),
            },
            ["", "indicators", var at, var field, .. var rest] => reading with
            {
                Indicators = At(reading.Indicators, at, one => Open(one, field, rest)),
            },
            _ => reading,
        };

    private static ReadVerification Open(ReadVerification one, string field) =>
        field switch
        {
            "month" => one with { Month = null },
            "seats" => one with { Seats = [], Participants = null },
            _ => one,
        };

    private static ReadIndicator Open(ReadIndicator one, string field, string[] rest) =>
        (field, rest) switch
        {
            ("name", _) => one with { Name = null },
            ("unit", _) => one with { Unit = null },
            ("baseline", _) => one with { Baseline = null, BaselineState = default },
            ("baselineYear", _) => one with { BaselineYear = null },
            ("meaning", _) => one with { Meaning = null },
            ("targets", [var at, ..]) => one with
            {
                Targets = At(one.Targets, at, target => target with { Figure = null, State = default, At = null }),
            },
            _ => one,
        };

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

    private static List<T> At<T>(IReadOnlyList<T> items, string at, Func<T, T> change) =>
        [.. items.Select((item, i) => i.ToString(CultureInfo.InvariantCulture) == at ? change(item) : item)];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string? said) =>
        said is null ? FindingWord.Word("none") : Cut(said.ReplaceLineEndings("／"));

    private static string Cut(string text) =>
        text.Length <= LongestQuote
            ? text
            : text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…";
}
