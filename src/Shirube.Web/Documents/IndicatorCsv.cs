using System.Buffers;
using System.Globalization;
using System.Text;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using static Shirube.Web.Texts;

namespace Shirube.Web.Documents;

/// <summary>
/// Indicators as long rows, one figure a row, numbers without separators; RFC 4180 with CRLF. What stands in the place
/// of a figure and is none (約100) has a column of its own. The last columns say which cells of the row a person put right, what stood there before, who did it, when and why.
/// </summary>
internal sealed class IndicatorCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");
    private static readonly string[] Heads =
    [
        "No",
        "Indicator",
        "Year",
        "Role",
        "Basis",
        "Chosen",
        "Direction",
        "Value",
        "Unit",
        "Worded",
        "State",
        "Corrected",
        "WasRead",
        "Author",
        "Day",
        "Reason",
    ];

    private readonly StringBuilder csv = new();
    private readonly ILookup<string, Correction> corrections;
    private readonly Reading reading;
    private ChosenBasis chosen = new(null, null);

    private IndicatorCsv(OpenDocument open)
    {
        corrections = open.Corrections.ToLookup(correction => correction.Pointer);
        reading = open.Reading;
    }

    public static string Of(OpenDocument open)
    {
        var writer = new IndicatorCsv(open);
        writer.Row([.. Heads.Select(head => T("Csv." + head))]);
        for (var i = 0; i < open.Reading.Indicators.Count; i++)
        {
            writer.chosen = open.Bases[i];
            writer.Indicator(
                open.Reading.Indicators[i],
                string.Create(CultureInfo.InvariantCulture, $"/indicators/{i}")
            );
        }
        return writer.csv.ToString();
    }

    private void Indicator(ReadIndicator indicator, string at)
    {
        var baseline = new ReadFigure(
            default,
            indicator.Baseline,
            indicator.Baseline is null ? indicator.BaselineState : FigureState.Final
        );
        Figure(
            indicator,
            at,
            indicator.BaselineYear?.Value.Year,
            "Baseline",
            baseline,
            [("Year", at + "/baselineYear"), ("Value", at + "/baseline")]
        );
        Figures(indicator, at, "Target", indicator.Targets, at + "/targets");
        Figures(indicator, at, "Actual", indicator.Actuals, at + "/actuals");
        if (indicator.Total is not null || corrections.Contains(at + "/total"))
        {
            var total = new ReadFigure(default, indicator.Total, FigureState.Final);
            Figure(indicator, at, null, "Total", total, [("Value", at + "/total")]);
        }
    }

    private void Figures(
        ReadIndicator indicator,
        string at,
        string role,
        IReadOnlyList<ReadFigure> figures,
        string list
    )
    {
        for (var i = 0; i < figures.Count; i++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"{list}/{i}/value");
            Figure(indicator, at, figures[i].Year.Year, role, figures[i], [("Value", pointer)]);
        }
    }

    private void Figure(
        ReadIndicator indicator,
        string at,
        int? year,
        string role,
        ReadFigure figure,
        IEnumerable<(string Cell, string Pointer)> own
    )
    {
        var value = figure.Figure?.Value;
        // What the yearly figures are says nothing of the baseline, and the total is a sum.
        var isYearly = role is "Target" or "Actual";
        (string Cell, string Pointer)[] cells = [("Indicator", at + "/name"), .. own, ("Unit", at + "/unit")];
        Row([
            ContractValue.Write(indicator.No)!,
            Safe(indicator.Name?.Value),
            ContractValue.Write(year) ?? "",
            T("Csv.Role." + role),
            isYearly ? T("Basis." + indicator.Basis) : "",
            isYearly && chosen.Basis is { } basis ? T("Meaning.Basis." + basis) : "",
            isYearly && chosen.Direction is { } direction ? T("Meaning.Direction." + direction) : "",
            ContractValue.Write(value) ?? "",
            Safe(indicator.Unit?.Value),
            .. Stated(figure, own.Single(cell => cell.Cell == "Value").Pointer),
            .. Corrected(cells),
        ]);
    }

    /// <summary>What stands in the place of an open figure, and its state as the page of the document says it.</summary>
    private IEnumerable<string> Stated(ReadFigure figure, string pointer)
    {
        var isOpen = figure is { Figure: null, State: FigureState.Final or FigureState.NotEntered };
        var isEmptied = isOpen && corrections.Contains(pointer);
        yield return isOpen && !isEmptied ? Safe(WordedFigure.At(reading, pointer)) : "";
        yield return T(
            isEmptied ? "Emptied"
            : isOpen ? "Open"
            : "State." + figure.State
        );
    }

    /// <summary>Several corrected cells of a row stand one after the other, in the order of the columns.</summary>
    private IEnumerable<string> Corrected(IEnumerable<(string Cell, string Pointer)> cells)
    {
        var found = cells
            .Where(cell => corrections.Contains(cell.Pointer))
            .Select(cell =>
                (cell.Cell, First: corrections[cell.Pointer].First(), Last: corrections[cell.Pointer].Last())
            )
            .ToList();
        yield return Joined(found.Select(one => T("Csv." + one.Cell)));
        yield return Joined(found.Select(one => one.First.Before ?? T("Open")));
        yield return Joined(found.Select(one => one.Last.Author));
        yield return Joined(found.Select(one => ContractValue.Day(JapanDay.Of(one.Last.CorrectedAt))));
        yield return Joined(found.Select(one => one.Last.Reason));
    }

    private static string Joined(IEnumerable<string> texts) => Safe(string.Join(" / ", texts));

    private void Row(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                csv.Append(',');
            if (cells[i].AsSpan().ContainsAny(Quoted))
                csv.Append('"').Append(cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                csv.Append(cells[i]);
        }
        csv.Append("\r\n");
    }

    /// <summary>A text that a spreadsheet would take for a formula is kept from being one; numbers pass as they are.</summary>
    private static string Safe(string? text) =>
        text is null ? ""
        : text.Length > 0 && Formula.Contains(text[0]) && !decimal.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? "'" + text
        : text;
}
