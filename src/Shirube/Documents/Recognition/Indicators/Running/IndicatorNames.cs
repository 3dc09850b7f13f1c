using System.Text;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Names of KPIs: what follows each label where that is so for all of them; what follows it on its line; else, where
/// the names that are left are as many as the KPIs that are left, by their order.
/// </summary>
internal static class IndicatorNames
{
    private const string NamesInOrder = "names-in-order";

    public static Dictionary<int, Read<string>> Find(TableText text, IReadOnlyList<ReadIndicator> indicators)
    {
        var names = FindAll(text, indicators);
        foreach (var (number, name) in names.ToList())
        {
            if (name.Evidence.At.Column >= 0 && LacksBeginning(text, name.Evidence.At))
                names.Remove(number);
        }
        return names;
    }

    private static Dictionary<int, Read<string>> FindAll(TableText text, IReadOnlyList<ReadIndicator> indicators)
    {
        if (text.Numbers.Count == 0)
            return OnRowLines(text, indicators);
        if (HasWrappedLabels(text.Tokens))
            return [];
        var names = Behind(text, sameLine: false);
        return names.Count == text.Numbers.Count && !HasFreeNames(text)
            ? names
            : InOrder(text, Behind(text, sameLine: true));
    }

    private static Dictionary<int, Read<string>> Behind(TableText text, bool sameLine)
    {
        var spans = LabelSpans.Of(text.Tokens, sameLine);
        var names = new Dictionary<int, Read<string>>();
        foreach (var number in text.Numbers)
        {
            if (spans.Of(number, TokenKind.Name) is { } span && !IsWrappedBeside(text, span) && Join(span) is { } name)
                names[number] = name;
        }
        return names;
    }

    /// <summary>
    /// Pieces on several lines of a text that keeps the columns of the page: a cell's upper lines stand above the label
    /// beside it, so that a piece may as well be the next KPI's.
    /// </summary>
    private static bool IsWrappedBeside(TableText text, IReadOnlyList<IndicatorToken> span)
    {
        var pieces = span.Where(token => token.Kind is TokenKind.Name or TokenKind.Fragment).ToList();
        return pieces.Count > 0
            && pieces[0].At.Line != pieces[^1].At.Line
            && pieces[^1].From > 1
            && text.Tokens.Any(token => token.Kind == TokenKind.Label && token.To <= pieces[^1].From);
    }

    /// <summary>A piece behind the first label, or right above it, that follows no label: the end of some name, so that all may be cut.</summary>
    private static bool HasFreeNames(TableText text)
    {
        var first = text.Tokens.First(token => token.Kind == TokenKind.Label).At.Line;
        return LabelSpans
            .Of(text.Tokens, sameLine: false)
            .Free.Exists(token => token.Kind == TokenKind.Name && token.At.Line >= first - 1);
    }

    /// <summary>The pieces of one name in one; null when a piece may as well belong to a heading.</summary>
    internal static Read<string>? Join(IReadOnlyList<IndicatorToken> span)
    {
        var pieces = span.Where(token => token.Kind is TokenKind.Name or TokenKind.Fragment).ToList();
        var builder = new StringBuilder();
        foreach (var piece in pieces)
        {
            var text = piece.At.Text.Trim();
            if (piece.Kind == TokenKind.Fragment && (builder.Length == 0 || !"数率額値者".Contains(text[^1])))
                return null;
            if (builder.Length > 0 && char.IsAsciiLetterOrDigit(builder[^1]) && char.IsAsciiLetterOrDigit(text[0]))
                builder.Append(' ');
            builder.Append(text);
        }
        if (builder.Length is 0 or > 120)
            return null;
        if (builder.ToString() is var whole && whole.Count(Opens) != whole.Count(Closes))
            return null;
        var (first, last) = (pieces[0].At, pieces[^1].At);
        var at =
            pieces.Count == 1
                ? first
                : new Passage(
                    first.Page,
                    first.Line,
                    last.EndLine,
                    -1,
                    string.Join('\n', pieces.Select(piece => piece.At.Text))
                );
        return new Read<string>(builder.ToString(), at);
    }

    private static bool Opens(char c) => c is '(' or '（' or '「' or '［';

    private static bool Closes(char c) => c is ')' or '）' or '」' or '］';

    /// <summary>A number right before the name may be its beginning (1 人当たり所得).</summary>
    private static bool LacksBeginning(TableText text, Passage name) =>
        text.Tokens.Any(token =>
            token.IsCell
            && token.At.Line == name.Line
            && name.Column - (token.At.Column + token.At.Text.Length) is 0 or 1
        );

    /// <summary>Without labels the name stands in front of the cells of its line.</summary>
    private static Dictionary<int, Read<string>> OnRowLines(TableText text, IReadOnlyList<ReadIndicator> indicators)
    {
        var names = new Dictionary<int, Read<string>>();
        foreach (var indicator in indicators)
        {
            var line = LineOf(indicator);
            var tokens = text.Tokens.Where(token => token.At.Line == line && token.Kind == TokenKind.Name).ToList();
            if (tokens.Count == 1 && !IsContinued(text, tokens[0]))
                names[indicator.No] = new Read<string>(tokens[0].At.Text, tokens[0].At);
        }
        return names;
    }

    private static int LineOf(ReadIndicator indicator)
    {
        var figures = indicator.Targets.Select(target => target.Figure).Append(indicator.Total);
        return figures.FirstOrDefault(figure => figure is not null)?.Evidence.At.Line ?? 0;
    }

    /// <summary>A name without cells stands on the line above or below: the two may be one.</summary>
    private static bool IsContinued(TableText text, IndicatorToken name) =>
        text.Tokens.Any(token =>
            token.Kind is TokenKind.Name or TokenKind.Fragment
            && Math.Abs(token.At.Line - name.At.Line) == 1
            && !text.Tokens.Any(cell => cell.IsCell && cell.At.Line == token.At.Line)
        );

    /// <summary>A label that a narrow cell broke has a name beside its first half: line by line they interleave.</summary>
    private static bool HasWrappedLabels(IReadOnlyList<IndicatorToken> tokens)
    {
        var broken = tokens
            .Where(token => token.Kind == TokenKind.LabelPart)
            .Select(token => token.At.Line)
            .ToHashSet();
        return broken.Count > 0 && tokens.Any(token => token.Kind == TokenKind.Name && broken.Contains(token.At.Line));
    }

    private static Dictionary<int, Read<string>> InOrder(TableText text, Dictionary<int, Read<string>> names)
    {
        var labelled = names.ToDictionary(name => name.Value.Evidence.At, name => name.Key);
        var printed = text.Tokens.Where(token => token.Kind == TokenKind.Name).ToList();
        var order = printed.Select(token => labelled.GetValueOrDefault(token.At)).ToList();
        var fits =
            order.Count == text.Numbers.Count
            && order.Exists(number => number != 0)
            && order.Zip(text.Numbers).All(pair => pair.First == 0 || pair.First == pair.Second);
        for (var i = 0; i < printed.Count; i++)
        {
            if (!fits)
            {
                if (order[i] != 0 && i + 1 < printed.Count && order[i + 1] == 0)
                    names.Remove(order[i]);
            }
            else if (order[i] == 0)
                names[text.Numbers[i]] = new Read<string>(
                    printed[i].At.Text,
                    new Evidence(printed[i].At, Certainty.Derived) { Rule = NamesInOrder }
                );
        }
        return names;
    }
}
