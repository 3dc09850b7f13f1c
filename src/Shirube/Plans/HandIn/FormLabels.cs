using System.Text.RegularExpressions;
using Shirube.Documents.Forms;
using Shirube.Documents.Text;

namespace Shirube.Plans.HandIn;

/// <summary>A label that a form prints: in a cell of a table, or in a line.</summary>
/// <param name="Before">What stays before the value where both stand in one text (総事業費　　千円); empty otherwise.</param>
internal sealed record PrintedLabel(
    FormLabel Label,
    FormPlace Place,
    FormGrid? Grid,
    FormCell? Cell,
    FormLine? Line,
    string Before = ""
);

/// <summary>The labels of a form by their words, found in one pass over its texts.</summary>
internal sealed partial class FormLabels
{
    /// <summary>Letters of a number or a sign before a label that begins a text.</summary>
    private const int MostBefore = 3;

    private readonly HashSet<string> wanted;
    private readonly ILookup<char, string> byFirst;
    private readonly Dictionary<string, List<PrintedLabel>> standing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PrintedLabel>> beginning = new(StringComparer.Ordinal);

    /// <param name="words">What is looked for, each as <see cref="FormLabel.Bare"/>.</param>
    public FormLabels(FormFile form, IEnumerable<string> words)
    {
        wanted = words.Where(word => word.Length > 0).ToHashSet(StringComparer.Ordinal);
        byFirst = wanted.ToLookup(word => word[0]);
        foreach (var grid in form.Grids)
        foreach (var cell in grid.Cells)
            Add(cell.Place, grid, cell, null);
        foreach (var line in form.Lines)
            Add(line.Place, null, null, line);
    }

    public bool Has(string words) => wanted.Contains(words);

    /// <summary>Texts that are this label, with what stands behind a colon.</summary>
    public IReadOnlyList<PrintedLabel> Standing(string words) => standing.GetValueOrDefault(words) ?? [];

    /// <summary>Texts that begin with this label and go on with room for a value.</summary>
    public IReadOnlyList<PrintedLabel> Beginning(string words) => beginning.GetValueOrDefault(words) ?? [];

    private void Add(FormPlace place, FormGrid? grid, FormCell? cell, FormLine? line)
    {
        if (FormLabel.Of(place.Text) is not { } label)
            return;
        if (wanted.Contains(label.Words))
            Put(standing, label.Words, new PrintedLabel(label, place, grid, cell, line));
        for (var at = 0; at <= MostBefore && at < place.Text.Length; at++)
            foreach (var word in byFirst[place.Text[at]])
                if (BeforeRoom(place.Text, at, word) is { } before)
                    Put(beginning, word, new PrintedLabel(label, place, grid, cell, line, before));
    }

    private static void Put(Dictionary<string, List<PrintedLabel>> labels, string words, PrintedLabel label)
    {
        if (!labels.TryGetValue(words, out var known))
            labels[words] = known = [];
        known.Add(label);
    }

    /// <summary>総事業費　　　　千円: a label and the space for its value in one line.</summary>
    private static string? BeforeRoom(string text, int at, string label)
    {
        if (string.CompareOrdinal(text, at, label, 0, label.Length) != 0)
            return null;
        var rest = text[(at + label.Length)..];
        var gap = rest.Length > 0 && char.IsWhiteSpace(rest[0]);
        return gap && OpenText.Is(UnitEnd(rest)) && rest.Trim().Length < rest.Length
            ? text[..(at + label.Length)] + "　"
            : null;
    }

    private static string UnitEnd(string rest) => LastUnit().Replace(rest.Trim(), "");

    [GeneratedRegex("(?:" + MoneyUnit.Pattern + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex LastUnit();
}
