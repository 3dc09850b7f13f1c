using System.Collections;
using System.Text;

namespace Shirube.Documents.Formats;

/// <summary>The records of a text by RFC 4180. A quote that never closes is a sign like any other, and is reported.</summary>
internal sealed class CsvRecords(string text, char separator) : IEnumerable<List<string>>
{
    private readonly StringBuilder field = new();
    private int at;
    private bool quotesCount = true;

    /// <summary>Line, from 1, of the first quote that never closes.</summary>
    public int? UnclosedQuoteLine { get; private set; }

    public IEnumerator<List<string>> GetEnumerator()
    {
        while (at < text.Length)
            yield return Next();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<string> Next()
    {
        var record = new List<string>();
        while (true)
        {
            field.Clear();
            if (quotesCount && at < text.Length && text[at] == '"')
                ReadQuoted();
            var end = at >= text.Length ? -1 : text.AsSpan(at).IndexOfAny(separator, '\n', '\r');
            field.Append(text.AsSpan(at, end < 0 ? text.Length - at : end));
            at = end < 0 ? text.Length : at + end;
            record.Add(field.ToString());
            if (at >= text.Length)
                return record;
            if (text[at] == separator)
            {
                at++;
                continue;
            }
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            return record;
        }
    }

    /// <summary>Reads to behind the closing quote; puts nothing into the field when there is none.</summary>
    private void ReadQuoted()
    {
        var start = at++;
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                at = start;
                field.Clear();
                quotesCount = false;
                UnclosedQuoteLine = text.AsSpan(0, start).Count('\n') + 1;
                return;
            }
            field.Append(text, at, quote - at);
            at = quote + 1;
            if (at >= text.Length || text[at] != '"')
            {
                field.Replace("\r\n", "\n").Replace('\r', '\n');
                return;
            }
            field.Append('"');
            at++;
        }
    }
}
