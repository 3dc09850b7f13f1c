using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Documents;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
using Shirube.Web.Office;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans.Pages;

/// <summary>The KPI table of a plan, cell by cell.</summary>
public partial class IndicatorsPage
{
    /// <summary>Blank rows below the table, to write into.</summary>
    private const int BlankRows = 2;

    private readonly List<FormError> errors = [];
    private readonly Dictionary<string, (string Said, string Typed)> conflicts = [];
    private OpenPlan? plan;
    private PlanSection section = null!;
    private int? approval;

    /// <summary>Nothing of what was sent was kept: all of it stays on the page.</summary>
    private bool isRefused;

    private bool mayWrite;

    /// <summary>What is to be said of a block beside what is wrong with its cells.</summary>
    private Notice? said;
    private IReadOnlyList<(string Label, string Typed)> unplaced = [];
    private Posted posted = null!;
    private IReadOnlyList<PlanIndicator> rows = [];
    private IReadOnlyList<string> columns = [];
    private IReadOnlyList<PlacedFinding> findings = [];

    /// <summary>What stands against a cell or against another place of the section.</summary>
    private ILookup<(string? Place, bool IsError), PlacedFinding> placed = Array
        .Empty<PlacedFinding>()
        .ToLookup(finding => (finding.Place, finding.IsError));

    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery(Name = "notice")]
    private string? NoticeText { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        posted = Posted.Of(Context, errors);
        await LoadAsync();
        if (plan is null)
            Navigation.NotFound();
    }

    private async Task LoadAsync()
    {
        plan = await OpenPlan.FindAsync(Db, Asker.Government!.Value, Number, Context.RequestAborted);
        if (plan is null)
            return;
        section = PlanOutline.Find(plan.Draft.Form, PlanOutline.Targets)!;
        approval = await plan.ApprovalAsync(Db, Context.RequestAborted);
        mayWrite = ShownForms.Are(Asker, Act.WritePlans, approval, Context);
        columns = ["name", "unit", "baseline", .. plan.Content.Years.Select(year => year.ToString())];
        rows =
        [
            .. plan.Content.Indicators,
            .. Enumerable
                .Range(0, mayWrite ? BlankRows : 0)
                .Select(at => new PlanIndicator
                {
                    Number = -at,
                    Name = "",
                    Unit = "",
                }),
        ];
        findings = [.. DraftChecks.Run(plan).Where(finding => finding.Section == section.Key)];
        placed = findings.ToLookup(finding => (finding.Place, finding.IsError));
    }

    private static string NowIn(PlanIndicator indicator, string column) =>
        column switch
        {
            "name" => indicator.Name,
            "unit" => indicator.Unit,
            "baseline" => indicator.Baseline.Text,
            _ => indicator.Targets.FirstOrDefault(target => target.Year.ToString() == column)?.Figure.Text ?? "",
        };

    /// <summary>What was typed stays in its cell where it was not kept.</summary>
    private string TextOf(PlanIndicator indicator, string column) =>
        conflicts.TryGetValue($"{indicator.Number}-{column}", out var conflict)
            ? conflict.Typed
            : Typed(CellForm.Cell(indicator.Number, column), NowIn(indicator, column));

    /// <summary>What the person saw in a cell when its text was typed: what another wrote since is not replaced unread.</summary>
    private string SeenOf(PlanIndicator indicator, string column) =>
        conflicts.ContainsKey($"{indicator.Number}-{column}")
            ? NowIn(indicator, column)
            : Typed(CellForm.Seen(indicator.Number, column), NowIn(indicator, column));

    private string Typed(string field, string now) =>
        isRefused && Context.Request.Form.ContainsKey(field) ? posted.Text(field) : now;

    /// <summary>Of a form of which nothing was kept: the cells that the table does not have any more.</summary>
    private IEnumerable<(string Label, string Typed)> Unplaced() =>
        from cell in CellForm.Read(Context.Request.Form)
        where
            cell.Text.Length > 0
            && (rows.All(row => row.Number != cell.Indicator) || !columns.Contains(cell.Column))
            && (columns.Contains(cell.Column) || (cell.Column.Length == 4 && cell.Column.All(char.IsAsciiDigit)))
        select (ColumnName(cell.Column), cell.Text);

    /// <summary>What stands against a cell, as errors or as remarks.</summary>
    private IReadOnlyList<string> FaultsOf(PlanIndicator indicator, string column) =>
        [
            .. conflicts.TryGetValue($"{indicator.Number}-{column}", out var conflict)
                ? [conflict.Said]
                : Array.Empty<string>(),
            .. FindingsOf(indicator, column, isError: true),
        ];

    private IReadOnlyList<string> RemarksOf(PlanIndicator indicator, string column) =>
        FindingsOf(indicator, column, isError: false);

    private IReadOnlyList<string> FindingsOf(PlanIndicator indicator, string column, bool isError) =>
        [
            .. placed[($"{indicator.Number}-{column}", isError)]
                .Select(finding => FindingText.MessageOf(finding.Finding)),
        ];

    private static string? DescribedBy(string id, int faults, int remarks) =>
        faults + remarks == 0
            ? "grid-keys"
            : string.Join(
                ' ',
                new[] { faults > 0 ? id + "-error" : null, remarks > 0 ? id + "-remark" : null }.OfType<string>()
            );

    private string ColumnName(string column) =>
        column switch
        {
            "name" => T("Grid.Name"),
            "unit" => T("Grid.Unit"),
            "baseline" => T("Grid.Baseline"),
            _ => ValueText.Year(new(int.Parse(column, CultureInfo.InvariantCulture))),
        };

    /// <summary>What stands in brackets goes below, so that a column is no wider than its figures.</summary>
    private static string InLines(string head) => head.Replace("（", "\n（", StringComparison.Ordinal);

    private string LabelOf(PlanIndicator indicator, int at, string column) =>
        T("Grid.Cell", at + 1, indicator.Name.Length > 0 ? indicator.Name : T("Grid.NewRow"), ColumnName(column));

    private async Task Save()
    {
        switch (posted.Text("do"))
        {
            case "undo":
                Tell(
                    await new SaveCells(Db, Clock).UndoAsync(Asker, Number, Context.RequestAborted),
                    new Notice("Grid.Undone", [])
                );
                break;
            case "paste":
                if (Block() is { } block)
                    Tell(
                        await new SaveCells(Db, Clock).ExecuteAsync(Asker, Number, block.Edits, Context.RequestAborted),
                        block.Head is { } head ? new Notice("Grid.PastedBelowHead", [head]) : new("Grid.Pasted", [])
                    );
                break;
            default:
                Tell(
                    await new SaveCells(Db, Clock).ExecuteAsync(
                        Asker,
                        Number,
                        CellForm.Read(Context.Request.Form),
                        Context.RequestAborted
                    ),
                    new Notice("Grid.Saved", [])
                );
                break;
        }
        await LoadAsync();
        if (isRefused)
            unplaced = [.. Unplaced()];
    }

    private PastedBlock? Block()
    {
        var block = posted.Text("block");
        if (string.IsNullOrWhiteSpace(block))
            errors.Add(new FormError("block", T("Grid.NoBlock")));
        if (posted.Number("from-row") is not > 0)
            errors.Add(new FormError("from-row", T("Grid.NoRow")));
        var shown = CellForm.Columns(Context.Request.Form);
        var column = shown.ToList().IndexOf(posted.Text("from-column"));
        if (column < 0)
            errors.Add(new FormError("from-column", T("Grid.NoColumn")));
        if (errors.Count > 0)
            return null;
        var pasted = CellForm.Block(
            block,
            CellForm.Rows(Context.Request.Form),
            shown,
            posted.Number("from-row")!.Value - 1,
            column,
            (row, at) => posted.Text(CellForm.Seen(row, at))
        );
        if (pasted.Homeless.Count > 0)
            errors.Add(new FormError("block", T("Grid.NoColumnFor", string.Join(T("ListComma"), pasted.Homeless))));
        if (pasted.Edits.Count > 0)
            return pasted;
        errors.Add(new FormError("block", T("Grid.OnlyHead", pasted.Head)));
        return null;
    }

    private void Tell(CellsSaved saved, Notice notice)
    {
        if (saved.Fault is { } fault)
            posted.Refuse(fault);
        isRefused = saved.Fault is not null;
        foreach (var cell in saved.Conflicts)
        {
            var text = T("Grid.ConflictCell", cell.Seen, cell.Text);
            conflicts[$"{cell.Indicator}-{cell.Column}"] = (text, cell.Text);
            errors.Add(new FormError($"cell-{cell.Indicator}-{cell.Column}", text));
        }
        if (saved.Unknown.Count(cell => cell.Text.Length > 0) is > 0 and var lost)
            errors.Add(
                new FormError("grid", T("Grid.NotKept", lost, SaveCells.CellMaxLength, SaveCells.MostIndicators))
            );
        foreach (var row in saved.Removed.Where(cell => cell.Text.Length > 0).GroupBy(cell => cell.Indicator))
            errors.Add(
                new FormError(
                    "grid",
                    T(
                        "Grid.RowGone",
                        string.Join(
                            T("ListComma"),
                            row.Select(cell => T("Grid.Typed", ColumnName(cell.Column), cell.Text))
                        )
                    )
                )
            );
        if (errors.Count == 0)
            Navigation.NavigateTo(Notices.AddressOf(plan!.Draft.Address + "/indicators", notice));
        else if (!isRefused && notice.Arguments is [{ } head])
            said = new Notice("Grid.HeadLeftOut", [head]);
    }

    private async Task SetState(SectionState state)
    {
        var fault = await new SetSectionState(Db, Clock).ExecuteAsync(
            Asker,
            Number,
            section.Key,
            state,
            posted.Text("said"),
            Context.RequestAborted
        );
        if (fault is not null)
            posted.Refuse(fault);
        else
            Navigation.NavigateTo(
                Notices.AddressOf(
                    plan!.Draft.Address + "/indicators",
                    await SectionNotice.OfAsync(Db, Asker, Number, section.Key, state, Context.RequestAborted)
                )
            );
    }
}
