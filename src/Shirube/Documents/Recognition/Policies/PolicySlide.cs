namespace Shirube.Documents.Recognition.Policies;

/// <summary>
/// One slide with several policies side by side, whose columns ran into one text: labels, names and runs of measures.
/// Runs stand from left to right as the labels do. A name belongs to the label that it directly follows, else to the
/// policy whose measures share its words; only an assignment that beats every other is taken.
/// </summary>
internal static class PolicySlide
{
    private const int Adjacent = 1000;
    private const int MostPolicies = 6;

    /// <summary>The name of each label, in their order; null when the text does not decide.</summary>
    public static IReadOnlyList<Read<string>>? Assign(
        IReadOnlyList<Line> lines,
        (int From, int To) stretch,
        IReadOnlyList<PolicyItem> labels,
        IReadOnlyList<IReadOnlyList<Read<string>>> runs,
        IReadOnlyList<string> candidates
    )
    {
        var squeezed = new SqueezedLines(lines, stretch.From, stretch.To);
        var names = candidates
            .SelectMany(name => squeezed.FindAll(name).Select(place => (Name: name, Place: place)))
            .ToList();
        if (names.Count != labels.Count || labels.Count != runs.Count || labels.Count > MostPolicies)
            return null;
        var scores = Permutations([.. Enumerable.Range(0, names.Count)])
            .Select(order =>
                (Order: order, Score: order.Select((name, i) => Score(lines, names[name], labels[i], runs[i])).Sum())
            )
            .OrderByDescending(entry => entry.Score)
            .ToList();
        if (scores.Count > 1 && scores[0].Score == scores[1].Score)
            return null;
        return [.. scores[0].Order.Select(name => Read(lines, names[name]))];
    }

    private static int Score(
        IReadOnlyList<Line> lines,
        (string Name, (int Line, int Column, int LastLine) Place) name,
        PolicyItem label,
        IReadOnlyList<Read<string>> run
    ) =>
        (Follows(lines, name.Place.Line, name.Place.Column, label) ? Adjacent : 0)
        + WordPairs(name.Name).Intersect(run.SelectMany(measure => WordPairs(measure.Value))).Count();

    /// <summary>Whether nothing but a level's word stands between label and name, and the name begins its line.</summary>
    private static bool Follows(IReadOnlyList<Line> lines, int line, int column, PolicyItem label)
    {
        if (line <= label.Line || !lines[line].Text.AsSpan(0, column).IsWhiteSpace())
            return false;
        for (var i = label.Line + 1; i < line; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i].Text) && !PolicyWords.WordAlone().IsMatch(lines[i].Text))
                return false;
        }
        return true;
    }

    private static Read<string> Read(
        IReadOnlyList<Line> lines,
        (string Name, (int Line, int Column, int LastLine) Place) name
    )
    {
        var (line, column, last) = name.Place;
        var text = string.Join('\n', Enumerable.Range(line, last - line + 1).Select(i => lines[i].Text))[column..];
        var passage = new Passage(lines[line].Page, lines[line].Number, lines[last].Number, column, text);
        return new Read<string>(name.Name, passage, Certainty.PlaceInferred);
    }

    /// <summary>Neighbouring letters other than hiragana: the words of a Japanese text without a dictionary.</summary>
    private static IEnumerable<string> WordPairs(string text) =>
        Enumerable
            .Range(0, Math.Max(0, text.Length - 1))
            .Where(i => IsWord(text[i]) && IsWord(text[i + 1]))
            .Select(i => text.Substring(i, 2))
            .Distinct();

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) && letter is not (>= 'ぁ' and <= 'ゖ');

    private static IEnumerable<IReadOnlyList<int>> Permutations(IReadOnlyList<int> items) =>
        items.Count <= 1
            ? [items]
            : items.SelectMany(item =>
                Permutations([.. items.Where(other => other != item)])
                    .Select(IReadOnlyList<int> (rest) => [item, .. rest])
            );
}
