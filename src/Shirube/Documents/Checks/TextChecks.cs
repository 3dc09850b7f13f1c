using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Checks;

/// <summary>Checks on the text itself: what a copy, a font or a scanner spoils.</summary>
internal static partial class TextChecks
{
    /// <summary>Shortest passage whose repetition is worth a word, in characters without white space.</summary>
    private const int ShortestRepeatedPassage = 120;

    public static IEnumerable<Finding> Run(SourceDocument document) =>
        [.. Misreadings(document), .. Repeated(document)];

    private static IEnumerable<Finding> Misreadings(SourceDocument document)
    {
        foreach (var line in document.Lines)
        {
            var folded = Folding.Fold(line.Text);
            foreach (Match match in LetterInNumber().Matches(folded))
                yield return new Finding("DOC102", Severity.Warning, At(line, match.Value), match.Value);
            foreach (Match match in EraYear().Matches(folded))
            {
                if (
                    int.Parse(match.Groups["nth"].ValueSpan, CultureInfo.InvariantCulture)
                    > LastYear(match.Groups["era"].Value)
                )
                    yield return new Finding("DOC103", Severity.Note, At(line, match.Value), match.Value);
            }
        }
    }

    /// <summary>Paragraphs printed again, one finding for each run of them.</summary>
    private static IEnumerable<Finding> Repeated(SourceDocument document)
    {
        var paragraphs = Paragraphs(document).ToList();
        var firstAt = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (firstAt.TryAdd(paragraphs[i].Text, i) || paragraphs[i].Text.Length < ShortestRepeatedPassage)
                continue;
            var original = paragraphs[firstAt[paragraphs[i].Text]].First;
            var start = paragraphs[i].First;
            var length = paragraphs[i].Text.Length;
            while (i + 1 < paragraphs.Count && firstAt.ContainsKey(paragraphs[i + 1].Text))
                length += paragraphs[++i].Text.Length;
            var passage = new Passage(start.Page, start.Number, paragraphs[i].Last.Number, -1, start.Text);
            yield return new Finding("PLAN108", Severity.Note, new Evidence(passage), original.Number, length);
        }
    }

    private static IEnumerable<(Line First, Line Last, string Text)> Paragraphs(SourceDocument document)
    {
        var text = new StringBuilder();
        Line? first = null;
        Line? last = null;
        foreach (var line in document.Lines)
        {
            var starts = line.Text.StartsWith('　') || string.IsNullOrWhiteSpace(line.Text);
            if (starts && first is not null)
            {
                yield return (first, last!, text.ToString());
                text.Clear();
                first = null;
            }
            if (string.IsNullOrWhiteSpace(line.Text))
                continue;
            first ??= line;
            last = line;
            text.Append(Folding.Squeeze(line.Text));
        }
        if (first is not null)
            yield return (first, last!, text.ToString());
    }

    private static Evidence At(Line line, string found) =>
        new(
            new Passage(line.Page, line.Number, line.Number, line.Text.IndexOf(found, StringComparison.Ordinal), found)
        );

    private static int LastYear(string era) =>
        era switch
        {
            "平成" or "H" => 31,
            "昭和" => 64,
            "大正" => 15,
            "明治" => 45,
            _ => int.MaxValue,
        };

    /// <summary>O for 0 and l or I for 1 between digits.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9,])(?:\d[\d,]{0,20}[OoIl][\d,.OoIl]{0,20}\d|\d{1,3},[\dOoIl]{0,20}[OoIl][\dOoIl]{0,20})(?![A-Za-z])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LetterInNumber();

    [GeneratedRegex(
        @"(?<era>平成|昭和|大正|明治|(?<![A-Za-z])H)\s?(?<nth>\d{1,3})(?=\s?年|\.\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EraYear();
}
