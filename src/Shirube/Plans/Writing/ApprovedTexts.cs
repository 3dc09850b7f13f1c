using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;
using Shirube.Indicators;

namespace Shirube.Plans.Writing;

/// <summary>
/// 数値でない値の決裁: figures that were approved as a text (約100, 調整中). Where the document prints the same text, what was
/// approved came back: no figure that somebody could be held to, and a note that says the words.
/// </summary>
internal static class ApprovedTexts
{
    private static readonly string[] OfReading = ["KPI031", "KPI038", "KPI041"];

    /// <param name="read">With the approved indicators, each at its place.</param>
    /// <returns>The reading without a figure at these places, and the notes with the pointers of these places.</returns>
    public static (Reading Reading, IReadOnlyList<Finding> Notes) In(PlanContent approved, Reading read)
    {
        var notes = new List<Finding>();
        var indicators = read
            .Indicators.Select((one, at) => Indicator(read, approved.Indicators[at], one, at, notes))
            .ToList();
        var pointers = notes.Select(note => note.Pointer).ToHashSet();
        var findings = read.Findings.Where(finding =>
            !(pointers.Contains(finding.Pointer) && OfReading.Contains(finding.Code))
        );
        return notes.Count == 0
            ? (read, notes)
            : (read with { Indicators = indicators, Findings = [.. findings] }, notes);
    }

    private static ReadIndicator Indicator(
        Reading reading,
        PlanIndicator approved,
        ReadIndicator read,
        int at,
        List<Finding> notes
    )
    {
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/indicators/{at}/");
        var baseline = pointer + "baseline";
        if (Same(approved.Baseline, read.Baseline?.Evidence ?? EvidenceAt(reading, baseline)) is { } said)
        {
            notes.Add(Note(baseline, approved.Baseline, said));
            read = read with { Baseline = null };
        }
        return read with { Targets = [.. read.Targets.Select(Target)] };

        ReadFigure Target(ReadFigure target, int place)
        {
            var figure = approved.At(target.Year);
            if (Same(figure, target.Figure?.Evidence ?? target.At) is not { } said)
                return target;
            notes.Add(
                Note(string.Create(CultureInfo.InvariantCulture, $"{pointer}targets/{place}/value"), figure, said)
            );
            return new ReadFigure(target.Year, null, FigureState.NotEntered) { At = said };
        }
    }

    /// <summary>Where the text that was approved stands; null for a figure, and for what reads otherwise.</summary>
    private static Evidence? Same(PlanFigure approved, Evidence? at) =>
        approved is { State: null, Text.Length: > 0 } && at is not null && CellText.Joined(at.At.Text) == approved.Text
            ? at
            : null;

    private static Evidence? EvidenceAt(Reading reading, string pointer) =>
        reading.Findings.FirstOrDefault(finding => finding.Pointer == pointer && OfReading.Contains(finding.Code))?.At;

    private static Finding Note(string pointer, PlanFigure approved, Evidence at) =>
        new("PLAN015", Severity.Note, at, FindingWord.Field(pointer), approved.Text) { Pointer = pointer };
}
