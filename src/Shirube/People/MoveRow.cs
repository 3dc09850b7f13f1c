using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>
/// One row of a pasted list of moves: address, name, new department, and where they differ a role and a day. Columns are
/// parted by tabs, as Excel gives them, or by commas; with a heading they may stand in any order.
/// </summary>
internal sealed record MoveRow(int Number, string Mail, string Name, string Department, string Role, string On)
{
    private static readonly string[] Order = ["mail", "name", "department", "role", "on"];

    public static IEnumerable<MoveRow> Parse(string pasted)
    {
        var lines = pasted.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));
        var rows = lines.Select(line => line.Split(line.Contains('\t') ? '\t' : ',')).ToList();
        var columns = rows.Count > 0 && HeadingOf(rows[0]) is { } heading ? heading : null;
        foreach (var (cells, number) in rows.Skip(columns is null ? 0 : 1).Select((cells, i) => (cells, i + 1)))
        {
            string Cell(string name)
            {
                var at = Array.IndexOf(columns ?? Order, name);
                return at >= 0 && at < cells.Length ? cells[at].Trim().Trim('"') : "";
            }
            yield return new(number, Cell("mail"), Cell("name"), Cell("department"), Cell("role"), Cell("on"));
        }
    }

    public List<Fault> Faults(
        Dictionary<string, MovePeople.Holder> people,
        Dictionary<string, int> departments,
        List<MovePeople.Move> before
    )
    {
        var faults = new List<Fault>();
        if (!people.TryGetValue(Mail, out var holder))
            faults.Add(new Fault("mail", "PEOPLE011", Number, Mail));
        else if (Name.Length > 0 && Folding.Squeeze(Name) != Folding.Squeeze(holder.Name))
            faults.Add(new Fault("name", "PEOPLE012", Number, Name, holder.Name));
        else if (before.FirstOrDefault(move => move.Person == holder.Person) is { } twice)
            faults.Add(new Fault("mail", "PEOPLE013", Number, Mail, twice.Row));
        if (!departments.ContainsKey(Department))
            faults.Add(new Fault("department", "PEOPLE014", Number, Department));
        if (Role.Length > 0 && RoleNames.Find(Role) is null)
            faults.Add(new Fault("role", "PEOPLE015", Number, Role));
        if (On.Length > 0 && !(JapaneseDate.TryParse(On, out var day) && day.Date is not null))
            faults.Add(new Fault("on", "PEOPLE016", Number, On));
        return faults;
    }

    /// <summary>Only of a row without faults.</summary>
    public MovePeople.Move Move(
        Dictionary<string, MovePeople.Holder> people,
        Dictionary<string, int> departments,
        DateOnly on
    )
    {
        var holder = people[Mail];
        return new(
            Number,
            holder.Person,
            holder.Name,
            holder.Department,
            departments[Department],
            RoleNames.Find(Role) ?? holder.Role,
            JapaneseDate.TryParse(On, out var day) && day.Date is { } given ? given : on
        );
    }

    private static string[]? HeadingOf(string[] cells)
    {
        var names = cells.Select(cell => NameOf(Folding.Squeeze(cell))).ToArray();
        return names.Contains("mail") && names.Contains("department") ? names : null;
    }

    private static string NameOf(string heading) =>
        heading switch
        {
            "メール" or "メールアドレス" or "mail" or "email" => "mail",
            "氏名" or "名前" or "name" => "name",
            "新しい課" or "異動先" or "異動先の課" or "新所属" or "所属" or "課" or "department" => "department",
            "役割" or "role" => "role",
            "発令日" or "異動日" or "日付" or "date" => "on",
            _ => "",
        };
}
