using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The right side of a row: the KPI's figures, both evaluations, the next step with its reason, the review.</summary>
internal sealed partial class FlatSheet
{
    private ReadSheetIndicator? Indicator(FlatRow row, int index, Read<string>? name)
    {
        if (row.Evaluation is not { } mark)
            return null;
        var unit = mark.Match.Groups["unit"];
        var values = mark.Match.Groups["value"].Captures;
        var indicator = new ReadSheetIndicator
        {
            Name = name,
            Unit = new Read<string>(
                CellText.Unit(unit.Value),
                text.At(unit.Index, unit.Index + unit.Length),
                Certainty.PlaceInferred
            ),
        };
        if (values.Count == 2)
            return SheetFigures.WithActual(
                indicator with
                {
                    Target = SheetFigures.Number(values[0].Value, At(values[0]), indicator.Unit?.Value),
                },
                values[1].Value,
                At(values[1])
            );
        // One figure alone: 集計中 can only be an actual, a number could be either.
        if (Figure.Parse(values[0].Value).Kind == FigureKind.Pending)
            return SheetFigures.WithActual(indicator, values[0].Value, At(values[0]));
        Open("SHEET008", index, "indicators/0/target", mark.From, mark.To, values[0].Value);
        return indicator;
    }

    private Evidence At(Capture capture) =>
        new(text.At(capture.Index, capture.Index + capture.Length), Certainty.PlaceInferred);

    /// <summary>A label at the end of its line may go on in the next one, unless it ends as a sentence does.</summary>
    private Read<string>? SelfEvaluation(FlatRow row, int index)
    {
        if (row.Evaluation is not { } mark)
            return null;
        var (from, to) = (mark.Match.Groups["self"].Index, SelfEnd(mark));
        var goesOn = to + 1 < text.Text.Length && text.Text[to] == '\n' && text.Text[to + 1] != '\n';
        if (!goesOn || to - from == 1 || LabelEnd().IsMatch(text.Text.AsSpan(from, to - from)))
            return text.Join(from, to);
        Open("SHEET003", index, "selfEvaluation", from, to, "自己評価", "外部有識者の評価");
        return null;
    }

    /// <summary>Behind the label's last word, where the column's width broke it: ③地方創生に効果が / あった.</summary>
    private int SelfEnd(FlatMark mark)
    {
        var wrapped = WrappedEffect().Match(text.Text, mark.Match.Groups["self"].Index);
        return wrapped.Success ? wrapped.Index + wrapped.Length : mark.To;
    }

    private (Read<string>? Expert, Read<string>? Opinion) ExpertAndOpinion(FlatRow row, int index)
    {
        if (row.Evaluation is not { } mark || row.NextStep is not { } step)
            return (null, null);
        var from = SelfEnd(mark);
        var label = ExpertLabel().Match(text.Text, from, Math.Min(120, step.From - from));
        if (label.Success)
            return (text.Join(from, label.Index + label.Length), text.Join(label.Index + label.Length, step.From));
        if (!expertIsRated)
            return (null, text.Join(from, step.From));
        Open("SHEET003", index, "expertEvaluation", from, step.From, "外部有識者の評価", "外部有識者からの意見");
        return (null, null);
    }

    private (Read<string>? Reason, Read<string>? Review) ReasonAndReview(FlatRow row, int index)
    {
        if (row.NextStep is not { } step)
            return (null, null);
        if (!row.EndsClearly)
        {
            Open("SHEET006", index, "review", step.From, step.To, "理由・振り返り");
            return (null, null);
        }
        var blocks = text.Blocks(step.To, row.To);
        if (index == rows.Count - 1)
            blocks = WithoutHeading(blocks);
        if (blocks.Count >= 2)
            return (text.Join(blocks[0].From, blocks[0].To), text.Join(blocks[1].From, blocks[^1].To));
        if (blocks is [var (from, to)] && ReasonEnd(from, to) is var end and > 0)
            return (text.Join(from, end), text.Join(end, to));
        Open("SHEET003", index, "reason", step.To, row.To, "理由", "振り返り");
        return (null, null);
    }

    /// <summary>Behind the last row the heading may follow; a cell's text ends in a full stop, a heading has none.</summary>
    private List<(int From, int To)> WithoutHeading(IReadOnlyList<(int From, int To)> blocks) =>
        [
            .. blocks.Take(1),
            .. blocks.Skip(1).TakeWhile(block => text.Text.AsSpan(block.From, block.To - block.From).Contains('。')),
        ];

    /// <summary>
    /// Reason and review in one block: the reason ends at a line's full stop. With several such lines, at the one
    /// that an indented paragraph follows, or at the first that ends in ため。 ; -1 when that does not decide.
    /// </summary>
    private int ReasonEnd(int from, int to)
    {
        var stops = new List<int>();
        for (var at = from; at < to; at = text.LineEnd(at) + 1)
        {
            var end = Math.Min(text.LineEnd(at), to);
            if (end < to && text.Text.AsSpan(at, end - at).TrimEnd().EndsWith("。"))
                stops.Add(end);
        }
        var indented = stops.FindAll(stop => text.Text[stop + 1] == '\u3000');
        if (stops.Count == 0 || indented.Count == 1)
            return stops.Count == 0 ? -1 : indented[0];
        if (text.Text.AsSpan(from, stops[0] - from).TrimEnd().EndsWith("ため。"))
            return stops[0];
        return stops.Count == 1 && indented.Count == 0 ? stops[0] : -1;
    }

    [GeneratedRegex(@"(?:った|ない|いる|ある|できた|達成|順調|継続|終了)$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelEnd();

    [GeneratedRegex(
        @"\G[①-⑨]?[^\s。①-⑨]{0,20}効果(?:が|的で)?\s{0,2}(?:[^\s。]{0,3}\s{0,2}){0,2}(?:った|ない)(?=\s|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WrappedEffect();

    /// <summary>What an expert can tick: （本事業が地方版）総合戦略のKPI達成に有効であった, 有効とは言えない.</summary>
    [GeneratedRegex(
        @"\G\s*[^。、]{0,60}?(?:有効\s?で\s?あ\s?っ\s?た|有効\s?と\s?は\s?(?:言|い)\s?え\s?な\s?い|有効\s?と\s?(?:言|い)\s?え\s?る|有効\s?で\s?な\s?か\s?っ\s?た|有効\s?で\s?は\s?な\s?(?:い|か\s?っ\s?た))(?=\s)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ExpertLabel();
}
