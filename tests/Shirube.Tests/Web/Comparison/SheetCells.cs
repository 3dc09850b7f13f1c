using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Shirube.Tests.Web.Comparison;

/// <summary>The cells of a sheet of 新旧対照表, as LibreOffice shows them (CSV, RFC 4180) and as they are marked.</summary>
internal static class SheetCells
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>What is underlined, in the order of the sheet.</summary>
    public static IEnumerable<string> Underlined(byte[] xlsx)
    {
        using var package = new ZipArchive(new MemoryStream(xlsx));
        using var part = package.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return
        [
            .. XDocument
                .Load(part)
                .Descendants(Sheet + "r")
                .Where(run => run.Element(Sheet + "rPr")?.Element(Sheet + "u") is not null)
                .Select(run => run.Value),
        ];
    }

    /// <summary>Rows as the page has them: what goes on in a next row is put together again.</summary>
    public static List<string> Whole(string csv, string head)
    {
        var rows = new List<string[]>();
        foreach (var row in Of(csv).Select(row => Array.ConvertAll(row, Squeezed)))
            if (row[0].EndsWith("（続き）", StringComparison.Ordinal))
                rows[^1] = [rows[^1][0], rows[^1][1] + row[1], rows[^1][2] + row[2], rows[^1][3]];
            else
                rows.Add(row);
        return [.. rows.Select(row => string.Join('|', row)).SkipWhile(row => row != head)];
    }

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    public static List<string[]> Of(string csv)
    {
        var rows = new List<string[]>();
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            var letter = csv[at];
            if (letter == '"' && isQuoted && at + 1 < csv.Length && csv[at + 1] == '"')
                cell.Append(csv[at++]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || letter is not (',' or '\n' or '\r'))
                cell.Append(letter);
            else if (letter != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (letter != '\n')
                    continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        return rows;
    }
}
