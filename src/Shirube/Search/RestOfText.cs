namespace Shirube.Search;

/// <summary>
/// The lines of a document that nothing else which is found says already, as runs of neighbouring lines. An indicator's
/// name covers none: who keeps a part of a joint plan changes it, and the source text is not theirs.
/// </summary>
internal sealed class RestOfText(IEnumerable<SearchEntry> said)
{
    /// <summary>Shorter lines stand in any text by chance.</summary>
    private const int Telling = 4;

    private readonly string all = string.Join(
        '\n',
        said.Where(entry => entry.Kind != SearchKind.Indicator).Select(entry => entry.Folded)
    );

    /// <param name="first">Number of the page's first line.</param>
    public IEnumerable<SearchEntry> Of(int first, string page)
    {
        var lines = page.Split('\n');
        var begin = -1;
        for (var at = 0; at <= lines.Length; at++)
        {
            var isRest = at < lines.Length && !IsSaid(lines[at]);
            if (isRest && begin < 0)
                begin = at;
            if (!isRest && begin >= 0)
            {
                yield return new SearchEntry(
                    SearchKind.Source,
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/lines/{first + begin}"),
                    string.Join('\n', lines[begin..at])
                );
                begin = -1;
            }
        }
    }

    private bool IsSaid(string line)
    {
        var folded = FoldedText.Fold(line);
        return folded.Length == 0 || (folded.Length >= Telling && all.Contains(folded, StringComparison.Ordinal));
    }
}
