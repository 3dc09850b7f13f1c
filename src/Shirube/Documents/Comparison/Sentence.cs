using System.Text;
using Shirube.Documents.Text;

namespace Shirube.Documents.Comparison;

/// <summary>One sentence, heading or cell of a document, put together over the line ends that a transcription forces.</summary>
/// <param name="Written">As written, without white space.</param>
/// <param name="Key">Folded, for pairing: two transcriptions of one sentence have one key unless the wording differs.</param>
internal sealed record Sentence(string Written, string Key, Line First, Line Last)
{
    public Evidence At => new(new Passage(First.Page, First.Number, Last.Number, -1, Written));

    public static IReadOnlyList<Sentence> Split(SourceDocument document)
    {
        var splitter = new Splitter();
        foreach (var line in document.Lines.Where(line => !line.IsRunning))
            splitter.Add(line);
        splitter.End();
        return splitter.Sentences;
    }

    private sealed class Splitter
    {
        private readonly StringBuilder text = new();
        private Line? first;
        private Line? last;

        public List<Sentence> Sentences { get; } = [];

        public void Add(Line line)
        {
            if (string.IsNullOrWhiteSpace(line.Text) || BeginsParagraph(line))
                End();
            foreach (var cell in line.Plain.Split('\t'))
            {
                if (line.Text.Contains('\t', StringComparison.Ordinal))
                    End();
                AddCell(cell, line);
            }
            if (line.Heading > 0 || line.Text.TrimEnd().EndsWith('】'))
                End();
        }

        public void End()
        {
            var written = text.ToString();
            text.Clear();
            if (first is not null && written.Length > 0)
                Sentences.Add(new Sentence(written, Folding.FoldNumeric(written), first, last!));
            first = null;
        }

        private void AddCell(string cell, Line line)
        {
            foreach (var c in cell)
            {
                if (char.IsWhiteSpace(c))
                    continue;
                first ??= line;
                last = line;
                text.Append(c);
                if (c == '。')
                    End();
            }
        }

        private static bool BeginsParagraph(Line line) =>
            line.Heading > 0
            || line.Text.StartsWith('　')
            || (line.Plain.Length > 0 && "【（・○①②③④⑤⑥⑦⑧⑨".Contains(line.Plain[0], StringComparison.Ordinal));
    }
}
