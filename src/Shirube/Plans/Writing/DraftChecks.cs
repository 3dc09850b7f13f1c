using System.Collections.Frozen;
using Shirube.Documents;
using Shirube.Documents.Checks;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Plans.Writing;

/// <summary>A finding at the place of a plan where it can be put right.</summary>
/// <param name="Section">Key of the section; null for the whole plan.</param>
/// <param name="Place">Key of the passage, or <c>indicator-column</c> of a cell; null for the whole section.</param>
public sealed record PlacedFinding(string? Section, string? Place, Finding Finding)
{
    public bool IsError => Finding.Severity == Severity.Error;

    /// <summary>The same finding at the same place about the same thing: what an excuse speaks of.</summary>
    public string Key => string.Join('|', [Finding.Code, Section, Place, .. Finding.Arguments]);
}

/// <summary>
/// 書きながらの点検: what is still blank or cannot be understood, and the checks that hold for every document, each at
/// its place.
/// </summary>
public static class DraftChecks
{
    public static IReadOnlyList<PlacedFinding> Run(OpenPlan plan) =>
        [
            .. Run(plan.Content),
            .. plan.Rivals.DistinctBy(rival => rival.Key).Select(rival => Rival(plan.Content, rival)),
        ];

    public static IReadOnlyList<PlacedFinding> Run(PlanContent content)
    {
        List<PlacedFinding> own =
        [
            .. content.Outline.Where(section => section.IsWritten).SelectMany(section => Passages(content, section)),
            .. Cells(content),
            .. AnnexChecks.Of(content),
        ];
        var said = own.Select(finding => finding.Section).ToHashSet();
        return [.. own, .. OfDocuments(content).Where(finding => !Repeats(finding, said))];
    }

    /// <summary>That a value is open was said where it is blank or not understood.</summary>
    private static bool Repeats(PlacedFinding finding, HashSet<string?> said) =>
        (said.Contains(finding.Section) && !finding.Finding.IsOfCheck)
        || (finding.Finding.Code is "KPI105" or "KPI106" or "KPI113" && said.Contains(finding.Section));

    private static IEnumerable<PlacedFinding> Passages(PlanContent content, PlanSection section)
    {
        if (section.Kind == SectionKind.Indicators && content.Indicators.Count == 0)
            yield return At(section, null, "DRAFT101");
        if (section is { Kind: SectionKind.PolicyTree, IsOptional: false } && content.Nodes.Count == 0)
            yield return At(section, null, "DRAFT101");
        foreach (var passage in section.Passages(content.Authors))
        {
            var text = content[passage.Key];
            if (text.Length == 0)
            {
                if (!section.IsOptional && passage.Kind != PassageKind.Start && passage.Key != PlanOutline.ProjectName)
                    yield return passage.Author is null
                        ? At(section, passage.Key, "DRAFT101")
                        : At(
                            section,
                            passage.Key,
                            "DRAFT102",
                            passage.Author.Name,
                            FindingWord.Word("question." + passage.Question)
                        );
            }
            else if (Unreadable(passage.Kind, text) is { } code)
                yield return At(section, passage.Key, code, text);
        }
    }

    private static string? Unreadable(PassageKind kind, string text) =>
        kind switch
        {
            PassageKind.Yen when PlanFacts.Yen(text) is null => "DRAFT103",
            PassageKind.Day when PlanFacts.Day(text) is null => "DRAFT104",
            PassageKind.Start when PlanFacts.Start(text) is null => "DRAFT105",
            PassageKind.Month when PlanFacts.Month(text) is null => "DRAFT106",
            PassageKind.Day when !IsOfPlans(PlanFacts.Day(text)) => "DRAFT113",
            PassageKind.Start when !IsOfPlans(PlanFacts.Start(text)?.Date) => "DRAFT113",
            PassageKind.Line when text.Contains('\n', StringComparison.Ordinal) => "DRAFT107",
            _ => null,
        };

    /// <summary>A plan of 9999 is a slip of the finger.</summary>
    private static bool IsOfPlans(DateOnly? day) => day is null or { Year: >= FirstYear and <= LastYear };

    private const int FirstYear = 1989;
    private const int LastYear = 2100;

    /// <summary>Above it a percentage is doubted: ten times as much is no longer said in percent.</summary>
    private const decimal MostPercent = 1_000;

    private static IEnumerable<PlacedFinding> Cells(PlanContent content)
    {
        foreach (var (indicator, at) in content.Indicators.Select((one, at) => (one, at + 1)))
        {
            if (indicator.Name.Length == 0)
                yield return Cell(indicator, "name", "DRAFT108", at);
            if (indicator.Unit.Length == 0)
                yield return Cell(indicator, "unit", "DRAFT109", at);
            foreach (
                var (column, figure) in indicator
                    .Targets.Select(target => (Column: target.Year.ToString(), target.Figure))
                    .Prepend(("baseline", indicator.Baseline))
            )
                if (Doubt(indicator, figure) is { } doubt)
                    yield return Cell(indicator, column, doubt.Code, doubt.Severity, at, figure.Text);
            if (indicator.Basis is null || indicator.Direction is null)
                yield return Cell(indicator, "meaning", "DRAFT111", at);
        }
    }

    private static (string Code, Severity Severity)? Doubt(PlanIndicator indicator, PlanFigure figure) =>
        figure switch
        {
            { State: null } => ("DRAFT110", Severity.Error),
            { State: FigureState.Outside, Text: not "-" } => ("DRAFT114", Severity.Note),
            { Value: < -MostPercent or > MostPercent } when IsPercent(indicator.Unit) => ("DRAFT115", Severity.Warning),
            _ => null,
        };

    private static bool IsPercent(string unit) => Folding.Squeeze(unit) is "%" or "パーセント" or "ポイント";

    /// <summary>The checks on documents, at the section whose line or value they speak of.</summary>
    private static IEnumerable<PlacedFinding> OfDocuments(PlanContent content)
    {
        var written = WrittenReading.Of(content);
        var found = DocumentChecks.Run(written.Document, written.Reading);
        return found
            .Where(finding => !OfReadingAlone.Contains(finding.Code))
            .Select(finding => new PlacedFinding(
                Section(finding) ?? written.SectionAt(finding.At?.At.Line ?? 0),
                Place(content, finding.Pointer),
                finding
            ));
    }

    /// <summary>Of what a reader could not find in a document: here a blank place says so itself.</summary>
    private static readonly FrozenSet<string> OfReadingAlone =
    [
        "PLAN101",
        "PLAN105",
        "PLAN106",
        "PLAN111",
        "PLAN115",
        "PLAN117",
        "PLAN118",
        "PLAN119",
        "PLAN120",
        "PLAN122",
        "PLAN123",
        "PLAN131",
        "PLAN132",
        "PLAN133",
        "PLAN134",
    ];

    private static string? Section(Finding finding) =>
        finding.Pointer?.Split('/') switch
        {
            // That there are none has no place in a document.
            null when finding.Code == "KPI113" => PlanOutline.Targets,
            ["", "title", ..] => PlanOutline.Title,
            ["", "entities", ..] => PlanOutline.Authors,
            ["", "area", ..] => PlanOutline.Area,
            ["", "projectName" or "supportMeasure", ..] => PlanOutline.ProjectName,
            ["", "totalCostYen", ..] => PlanOutline.Cost,
            ["", "projectStart" or "projectEnd", ..] => PlanOutline.ProjectPeriod,
            ["", "planStart" or "planEnd", ..] => PlanOutline.PlanPeriod,
            ["", "verification", ..] => PlanOutline.Review,
            ["", "indicators", ..] => PlanOutline.Targets,
            _ => null,
        };

    /// <summary>7-2026 for /indicators/0/targets/2/value, by the indicator's own number.</summary>
    private static string? Place(PlanContent content, string? pointer)
    {
        if (
            pointer?.Split('/') is not ["", "indicators", var at, .. var rest]
            || !int.TryParse(at, out var row)
            || row >= content.Indicators.Count
        )
            return null;
        var indicator = content.Indicators[row];
        return rest switch
        {
            ["name" or "unit" or "baseline", ..] => $"{indicator.Number}-{rest[0]}",
            ["basis", ..] => $"{indicator.Number}-meaning",
            ["targets", var nth, ..] when int.TryParse(nth, out var target) && target < indicator.Targets.Count =>
                $"{indicator.Number}-{indicator.Targets[target].Year}",
            _ => null,
        };
    }

    private static PlacedFinding Rival(PlanContent content, DraftRival rival)
    {
        var section = content.Outline.FirstOrDefault(section =>
            section.Passages(content.Authors).Any(passage => passage.Key == rival.Key)
        );
        return new PlacedFinding(section?.Key, rival.Key, new Finding("DRAFT112", Severity.Error, null));
    }

    private static PlacedFinding At(PlanSection section, string? place, string code, params object?[] arguments) =>
        new(section.Key, place, new Finding(code, Severity.Error, null, arguments));

    private static PlacedFinding Cell(
        PlanIndicator indicator,
        string column,
        string code,
        params object?[] arguments
    ) => Cell(indicator, column, code, Severity.Error, arguments);

    private static PlacedFinding Cell(
        PlanIndicator indicator,
        string column,
        string code,
        Severity severity,
        params object?[] arguments
    ) => new(PlanOutline.Targets, $"{indicator.Number}-{column}", new Finding(code, severity, null, arguments));
}
