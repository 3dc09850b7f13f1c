using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>
/// Reads the rows of a verification sheet whose table came out as running text, cell after cell. Rows are found by
/// their marks; what lies between the marks goes to the cells in their usual order, and only where the text forces it.
/// </summary>
internal sealed partial class FlatSheet
{
    /// <summary>Rows are compared with one another; no sheet in running text has more.</summary>
    private const int MostRows = 300;

    private readonly SheetText text;
    private readonly IReadOnlyList<FlatRow> rows;
    private readonly FlatNumbers numbers;
    private readonly bool expertIsRated;
    private readonly HashSet<string> departments = [];
    private readonly List<Finding> findings = [];

    private FlatSheet(SheetText text)
    {
        this.text = text;
        var columns = FlatHeading.NumberColumns(text.Text);
        var marks = FlatMarks.Find(text.Text, columns.Count);
        rows = Agree(marks) ? FlatRows.Deal(text, marks) : [];
        var outside =
            rows.Count == 0 ? text.Text : text.Text[..rows[0].From] + '\n' + text.Text[rows[^1].Marks[^1].To..];
        expertIsRated = FlatHeading.HasExpertEvaluation(outside);
        numbers = FlatNumbers.Of(rows, columns, FlatHeading.YenPerUnit(outside));
    }

    public static (IReadOnlyList<ReadSheetRow> Rows, IReadOnlyList<Finding> Findings) Read(IEnumerable<Line> lines)
    {
        var text = new SheetText(lines);
        if (SideBySide().Count(text.Text) > 5)
            return ([], [new Finding("SHEET002", Severity.Warning, null)]);
        var sheet = new FlatSheet(text);
        if (sheet.rows.Count > MostRows)
            return ([], [new Finding("SHEET010", Severity.Warning, null)]);
        sheet.CompareCounts();
        sheet.LearnDepartments();
        var read = sheet.rows.Select(sheet.Row).ToList();
        return (read, sheet.findings);
    }

    /// <summary>Where one kind of mark is found in less than half of the rows of another, the text keeps no rows.</summary>
    private bool Agree(IReadOnlyList<FlatMark> marks)
    {
        var counts = marks
            .Where(mark => mark.Kind != FlatMarkKind.Goal)
            .GroupBy(mark => mark.Kind)
            .Select(kind => kind.Count())
            .ToList();
        if (counts.Count < 2 || counts.Min() * 2 >= counts.Max())
            return true;
        int Count(FlatMarkKind kind) => marks.Count(mark => mark.Kind == kind);
        findings.Add(
            new Finding(
                "SHEET001",
                Severity.Warning,
                null,
                Count(FlatMarkKind.Goal),
                Count(FlatMarkKind.Numbers),
                Count(FlatMarkKind.Evaluation),
                Count(FlatMarkKind.NextStep)
            )
        );
        return false;
    }

    private void CompareCounts()
    {
        int Count(FlatMarkKind kind) => rows.Sum(row => row.Marks.Count(mark => mark.Kind == kind));
        var counts = Enum.GetValues<FlatMarkKind>().Select(Count).ToArray();
        if (counts.Where(count => count > 0).Distinct().Count() > 1)
            findings.Add(new Finding("SHEET001", Severity.Warning, null, counts[0], counts[1], counts[2], counts[3]));
        foreach (var problem in numbers.Problems)
            findings.Add(problem);
    }

    /// <summary>A department that some row shows beyond doubt helps to find its end in the others.</summary>
    private void LearnDepartments()
    {
        foreach (var (from, to) in rows.Select(ProjectStretch).Where(stretch => stretch.To > stretch.From))
        {
            var stretch = text.Text[from..to].TrimEnd();
            if (Departments.Starts(stretch, departments) is [var only])
                departments.Add(CellText.Join(stretch[only..]).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    private ReadSheetRow Row(FlatRow row, int index)
    {
        var (project, department) = ProjectAndDepartment(row, index);
        var (name, content) = NameAndContent(row, index);
        var (expert, opinion) = ExpertAndOpinion(row, index);
        var (reason, review) = ReasonAndReview(row, index);
        var (cost, donation, count) = numbers.Of(row, text);
        return new ReadSheetRow
        {
            No = index + 1,
            BasicGoal = Goal(row, index),
            Project = project,
            Department = department,
            CostYen = cost,
            DonationYen = donation,
            DonationCount = count,
            Content = content,
            Indicators = Indicator(row, index, name) is { } indicator ? [indicator] : [],
            SelfEvaluation = SelfEvaluation(row, index),
            ExpertEvaluation = expert,
            ExpertOpinion = opinion,
            NextStep = Part(row.NextStep, "step"),
            Reason = reason,
            Review = review,
        };
    }

    private Read<string>? Part(FlatMark? mark, string group) =>
        mark?.Match.Groups[group] is { Success: true } part ? text.Join(part.Index, part.Index + part.Length) : null;

    private void Open(string code, int index, string field, int from, int to, params object?[] rest) =>
        findings.Add(
            new Finding(
                code,
                Severity.Warning,
                to > from ? new Evidence(text.At(from, to), Certainty.PlaceInferred) : null,
                [index + 1, .. rest]
            )
            {
                Pointer = $"/rows/{index}/{field}",
            }
        );

    [GeneratedRegex(@"[^ \n\u3000] {4,}[^ \n\u3000]", RegexOptions.CultureInvariant)]
    private static partial Regex SideBySide();
}
