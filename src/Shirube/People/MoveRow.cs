using Shirube.Documents.Text;

namespace Shirube.People;

/// <summary>
/// One row of a pasted list of moves: address, name, new department, and where they are needed a role, a day and the
/// department that is left. Columns are parted by tabs, as Excel gives them, or by commas; with a heading they may stand
/// in any order.
/// </summary>
/// <param name="Number">Counts from 1 without the heading and without blank lines.</param>
public sealed record MoveRow(
    int Number,
    string Mail,
    string Name,
    string Department,
    string Role,
    string On,
    string Leaves
)
{
    private static readonly string[] Order = ["mail", "name", "department", "role", "on", "leaves"];

    public static IReadOnlyList<MoveRow> Parse(string pasted)
    {
        // A file that begins with the mark of its encoding is pasted with it.
        var lines = pasted
            .TrimStart('\uFEFF')
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => !string.IsNullOrWhiteSpace(line));
        var rows = lines.Select(line => Cells(line, line.Contains('\t') ? '\t' : ',')).ToList();
        var columns = rows.Count > 0 ? HeadingOf(rows[0]) : null;
        return [.. rows.Skip(columns is null ? 0 : 1).Select((cells, i) => Of(i + 1, cells, columns ?? Order))];
    }

    private static MoveRow Of(int number, string[] cells, string[] columns)
    {
        return new(number, Cell("mail"), Cell("name"), Cell("department"), Cell("role"), Cell("on"), Cell("leaves"));

        string Cell(string name)
        {
            var at = Array.IndexOf(columns, name);
            return at >= 0 && at < cells.Length ? cells[at].Trim() : "";
        }
    }

    /// <summary>A cell in quotation marks may hold the sign that parts the cells; a doubled mark in it is one.</summary>
    private static string[] Cells(string line, char parts)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"' && (quoted || string.IsNullOrWhiteSpace(cell.ToString())))
                quoted = !quoted;
            else if (line[i] == parts && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        }
        return [.. cells, cell.ToString()];
    }

    private static string[]? HeadingOf(string[] cells)
    {
        var names = cells.Select(cell => NameOf(Folding.Squeeze(cell))).ToArray();
        return names.Contains("mail") && names.Contains("department") ? names : null;
    }

    private static string NameOf(string heading) =>
        heading.ToLowerInvariant() switch
        {
            "メール" or "メールアドレス" or "mail" or "email" or "mailaddress" => "mail",
            "氏名" or "名前" or "name" => "name",
            "新しい課" or "異動先" or "異動先の課" or "新所属" or "所属" or "課" or "department" or "newdepartment" =>
                "department",
            "今の課" or "旧所属" or "異動元" or "leaves" or "olddepartment" => "leaves",
            "役割" or "role" => "role",
            "発令日" or "異動日" or "日付" or "date" => "on",
            _ => "",
        };
}
