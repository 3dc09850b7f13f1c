using System.Buffers;
using System.Text;
using Shirube.Documents;
using Shirube.Indicators;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>Indicators as long rows, one figure a row, numbers without separators; RFC 4180 with CRLF.</summary>
internal static class IndicatorCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    public static string Of(Reading reading)
    {
        var csv = new StringBuilder();
        Row(
            csv,
            T("Csv.No"),
            T("Csv.Indicator"),
            T("Csv.Year"),
            T("Csv.Role"),
            T("Csv.Basis"),
            T("Csv.Value"),
            T("Csv.Unit"),
            T("Csv.State")
        );
        foreach (var indicator in reading.Indicators)
        {
            Figure(
                csv,
                indicator,
                indicator.BaselineYear?.Value.Year,
                "Baseline",
                indicator.Baseline?.Value,
                FigureState.Final
            );
            foreach (var target in indicator.Targets)
                Figure(csv, indicator, target.Year.Year, "Target", target.Figure?.Value, target.State);
            foreach (var actual in indicator.Actuals)
                Figure(csv, indicator, actual.Year.Year, "Actual", actual.Figure?.Value, actual.State);
            if (indicator.Total is { } total)
                Figure(csv, indicator, null, "Total", total.Value, FigureState.Final);
        }
        return csv.ToString();
    }

    private static void Figure(
        StringBuilder csv,
        ReadIndicator indicator,
        int? year,
        string role,
        decimal? value,
        FigureState state
    ) =>
        Row(
            csv,
            ContractValue.Write(indicator.No)!,
            Safe(indicator.Name?.Value),
            year is { } known ? ContractValue.Write(known)! : "",
            T("Csv.Role." + role),
            // What the yearly figures are says nothing of the baseline, and the total is a sum.
            role is "Target" or "Actual"
                ? T("Basis." + indicator.Basis)
                : "",
            value is { } number ? ContractValue.Number(number) : "",
            Safe(indicator.Unit?.Value),
            value is null && state == FigureState.Final ? T("Open") : T("State." + state)
        );

    private static void Row(StringBuilder csv, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
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
        : text.Length > 0 && Formula.Contains(text[0]) ? "'" + text
        : text;
}
