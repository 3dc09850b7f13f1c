using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;
using Spectre.Console;

namespace Shirube.Cli;

/// <summary>A reading as tables that a person likes to read, with the findings under them.</summary>
internal static class ReadingTables
{
    private const int WidthWithoutTerminal = 160;

    public static void Print(SourceDocument document, Reading reading)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WidthWithoutTerminal;
        AnsiConsole.Write(Fields(document, reading));
        if (reading.Indicators.Count > 0)
            AnsiConsole.Write(IndicatorTable(reading.Indicators));
        if (reading.Verification.Count > 0)
            AnsiConsole.Write(VerificationTable(reading.Verification));
        if (reading.Rows.Count > 0)
            AnsiConsole.Write(SheetTable(reading.Rows));
        foreach (var policy in reading.Policies)
            AnsiConsole.Write(PolicyTree(policy));
        FindingsOutput.WriteText(Console.Out, document.FileName, reading.Findings);
    }

    private static Spectre.Console.Table Fields(SourceDocument document, Reading reading)
    {
        var table = New(CliTexts.Field, CliTexts.Value, CliTexts.Place);
        table.AddRow(CliTexts.File, Markup.Escape(document.FileName), "");
        table.AddRow(CliTexts.Kind, CliTexts.KindOf(reading.Kind), "");
        Add(CliTexts.Title, reading.Title, text => text);
        foreach (var entity in reading.Entities)
            Add(CliTexts.Author, entity, text => text);
        Add(CliTexts.Area, reading.Area, text => text);
        Add(CliTexts.SupportMeasure, reading.SupportMeasure, text => text);
        Add(CliTexts.ProjectName, reading.ProjectName, text => text);
        Add(CliTexts.ProjectStart, reading.ProjectStart, JapaneseDate.ToJapanese);
        Add(CliTexts.ProjectEnd, reading.ProjectEnd, JapaneseDate.ToJapanese);
        Add(
            CliTexts.PlanStart,
            reading.PlanStart,
            start => start.Date is { } day ? JapaneseDate.ToJapanese(day) : CliTexts.Certification
        );
        Add(CliTexts.PlanEnd, reading.PlanEnd, JapaneseDate.ToJapanese);
        Add(CliTexts.PeriodStart, reading.PeriodStart, JapaneseDate.ToJapanese);
        Add(CliTexts.PeriodEnd, reading.PeriodEnd, JapaneseDate.ToJapanese);
        Add(CliTexts.TotalCost, reading.TotalCostYen, Number);
        if (reading.Chapters.Count > 0)
            table.AddRow(CliTexts.Chapters, Number(reading.Chapters.Count), "");
        return table;

        void Add<T>(string label, Read<T>? value, Func<T, string> write)
        {
            if (value is not null)
                table.AddRow(label, Markup.Escape(write(value.Value)), Place(value.Evidence));
        }
    }

    private static Spectre.Console.Table IndicatorTable(IReadOnlyList<ReadIndicator> indicators)
    {
        var years = indicators
            .SelectMany(indicator => indicator.Targets.Concat(indicator.Actuals))
            .Select(figure => figure.Year)
            .Distinct()
            .Order()
            .ToList();
        var table = New([
            "KPI",
            CliTexts.Name,
            CliTexts.Unit,
            CliTexts.Baseline,
            .. years.Select(year => year.ToString()),
            CliTexts.Total,
        ]);
        for (var column = 3; column < years.Count + 5; column++)
            table.Columns[column].RightAligned();
        foreach (var indicator in indicators)
        {
            table.AddRow([
                Number(indicator.No),
                Markup.Escape(indicator.Name?.Value ?? "?"),
                Markup.Escape(indicator.Unit?.Value ?? "?"),
                indicator.Baseline is { } baseline ? Number(baseline.Value) : "?",
                .. years.Select(year => Figure(indicator.Targets.FirstOrDefault(figure => figure.Year == year))),
                indicator.Total is { } total ? Number(total.Value) : "",
            ]);
            if (indicator.Actuals.Count > 0)
                table.AddRow([
                    "",
                    CliTexts.Actual,
                    "",
                    "",
                    .. years.Select(year => Figure(indicator.Actuals.FirstOrDefault(figure => figure.Year == year))),
                    "",
                ]);
        }
        return table;
    }

    private static Spectre.Console.Table VerificationTable(IReadOnlyList<ReadVerification> verifications)
    {
        var table = New(CliTexts.Author, CliTexts.Month, CliTexts.Seats, CliTexts.Publication);
        foreach (var verification in verifications)
        {
            table.AddRow(
                Markup.Escape(verification.Entity?.Value ?? "?"),
                verification.Month is { } month ? Number(month.Value) : "?",
                Markup.Escape(
                    string.Join(' ', verification.Seats.Select(seat => seat.Sector.Value + seat.Count?.Value))
                ),
                Markup.Escape(verification.Publication?.Value ?? "?")
            );
        }
        return table;
    }

    private static Spectre.Console.Table SheetTable(IReadOnlyList<ReadSheetRow> rows)
    {
        var table = New(
            "",
            CliTexts.Project,
            CliTexts.Department,
            CliTexts.Cost,
            CliTexts.Donation,
            CliTexts.Name,
            CliTexts.Target,
            CliTexts.Actual,
            CliTexts.Evaluation,
            CliTexts.NextStep
        );
        foreach (var row in rows)
        {
            var indicator = row.Indicators.Count > 0 ? row.Indicators[0] : new ReadSheetIndicator();
            table.AddRow([
                Number(row.No),
                .. new[]
                {
                    row.Project?.Value,
                    row.Department?.Value,
                    row.CostYen is { } cost ? Number(cost.Value) : null,
                    row.DonationYen is { } donation ? Number(donation.Value) : null,
                    string.Join(' ', new[] { indicator.Name?.Value, indicator.Unit?.Value }.OfType<string>()),
                    indicator.Target is { } target ? Number(target.Value) : null,
                    indicator.Actual is { } actual ? Number(actual.Value) : CliTexts.StateOf(indicator.State),
                    row.SelfEvaluation?.Value,
                    row.NextStep?.Value,
                }.Select(text => Markup.Escape(text ?? "?")),
            ]);
        }
        return table;
    }

    private static Tree PolicyTree(ReadPolicy policy)
    {
        var tree = new Tree(Markup.Escape($"{policy.No?.Value} {policy.Name.Value}"));
        foreach (var measure in policy.Measures)
            tree.AddNode(Markup.Escape(measure.Value));
        return tree;
    }

    private static Spectre.Console.Table New(params string[] heads)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple);
        foreach (var head in heads)
            table.AddColumn(new TableColumn(Markup.Escape(head)));
        return table;
    }

    private static string Figure(ReadFigure? figure) =>
        figure switch
        {
            null => "",
            { Figure: { } value } => Number(value.Value) + (value.Evidence.IsDerived ? "*" : ""),
            _ => CliTexts.StateOf(figure.State),
        };

    private static string Place(Evidence evidence) =>
        string.Create(CultureInfo.InvariantCulture, $"{evidence.At.Page}:{evidence.At.Line}")
        + (evidence.IsDerived ? "*" : "");

    private static string Number(decimal number) => Documents.Text.Figure.Write(number);
}
