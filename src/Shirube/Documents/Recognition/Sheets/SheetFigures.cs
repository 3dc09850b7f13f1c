using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The figures of a sheet's KPI: a number, a dash, 集計中 and a blank are four different things.</summary>
internal static class SheetFigures
{
    public static Read<decimal>? Number(string text, Evidence at) =>
        Figure.Parse(text).Value is { } value ? new Read<decimal>(value, at) : null;

    public static ReadSheetIndicator WithActual(ReadSheetIndicator indicator, string text, Evidence at)
    {
        var figure = Figure.Parse(text);
        return figure.Kind switch
        {
            FigureKind.Number => indicator with
            {
                Actual = new Read<decimal>(figure.Value!.Value, at),
                State = figure.IsProvisional ? FigureState.Provisional : FigureState.Final,
            },
            FigureKind.Pending => indicator with { State = FigureState.Pending, StateAt = at },
            FigureKind.Dash => indicator with { State = FigureState.Outside, StateAt = at },
            _ => indicator,
        };
    }
}
