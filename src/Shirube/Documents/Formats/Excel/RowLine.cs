using System.Text;

namespace Shirube.Documents.Formats.Excel;

/// <summary>One row of a sheet as a line of the running text: as many tabs before a cell as columns from the left edge.</summary>
internal static class RowLine
{
    public static (int Line, int[] Offsets) Add(RunningText text, List<SheetCell> row, int left)
    {
        var line = new StringBuilder();
        var offsets = new int[row.Count];
        var column = left;
        for (var i = 0; i < row.Count; i++)
        {
            line.Append('\t', row[i].Column - column);
            column = row[i].Column;
            offsets[i] = line.Length;
            line.Append(OnOneLine(row[i].Text));
        }
        var number = text.NextLine;
        text.BeginBlock();
        text.AddLine(line.ToString(), heading: row.Count == 1 ? row[0].Heading : 0);
        return text.IsFull ? default : (number, offsets);
    }

    public static string OnOneLine(string text) =>
        text.AsSpan().IndexOfAny("\n\t\r") < 0 ? text : text.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ');
}
