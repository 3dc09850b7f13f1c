using System.Text;

namespace Shirube.Web.Plans;

/// <summary>A block of cells as spreadsheets put it on the clipboard: tabs and line ends, a cell that holds either in quotes.</summary>
internal static class ClipboardBlock
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string block)
    {
        var text = block.ReplaceLineEndings("\n").TrimEnd('\n');
        var rows = new List<IReadOnlyList<string>>();
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (isQuoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (isQuoted && letter == '"')
                isQuoted = false;
            else if (!isQuoted && letter == '"' && cell.Length == 0 && text.IndexOf('"', at + 1) > 0)
                isQuoted = true;
            else if (!isQuoted && (letter is '\t' or '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (letter == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
                cell.Append(isQuoted && letter == '\n' ? ' ' : letter);
        }
        row.Add(cell.ToString());
        rows.Add(row);
        return rows;
    }
}
