using Shirube.Documents.Text;

namespace Shirube.Documents.Comparison;

/// <summary>All letters of a document without its layout, to ask whether words stand anywhere in it.</summary>
internal sealed class WholeText(SourceDocument document)
{
    private static readonly char[] Numbering = [.. "0123456789-.()①②③④⑤⑥⑦⑧⑨"];

    private readonly string text = string.Concat(
        document.Lines.Where(line => !line.IsRunning).Select(line => Folding.FoldNumeric(Bare(line.Plain)))
    );

    public bool Holds(string key) => text.Contains(key, StringComparison.Ordinal);

    /// <summary>The sentence, or each of the pieces that layouts part, stands somewhere; pieces of a letter or two prove nothing.</summary>
    public bool HoldsPieces(Sentence sentence) =>
        Holds(sentence.Key)
        // The number of a heading may stand elsewhere.
        || (sentence.Key.Length <= 40 && sentence.Key.TrimStart(Numbering) is { Length: >= 6 } words && Holds(words))
        || (
            sentence.Key.Split(
                ['、', '。', '【', '】', '・', '○', '〇', '：', ':'],
                StringSplitOptions.RemoveEmptyEntries
            )
                is { Length: > 1 } pieces
            && Array.TrueForAll(pieces, Holds)
            && pieces.Max(piece => piece.Length) >= 6
        );

    private static string Bare(string line) => string.Concat(line.Where(letter => !char.IsWhiteSpace(letter)));
}
