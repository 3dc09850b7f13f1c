using System.Text.RegularExpressions;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The figures of a sheet's KPI: a number, a dash, 集計中 and a blank are four different things.</summary>
internal static partial class SheetFigures
{
    /// <summary>As <see cref="Figure.Parse"/>; 集計中（R5.9公表予定） is pending, too.</summary>
    public static Figure Parse(string text)
    {
        var figure = Figure.Parse(text);
        if (figure.Kind != FigureKind.Other || DueNote().Match(text) is not { Success: true } note)
            return figure;
        var bare = Figure.Parse(text[..note.Index]);
        return bare.Kind == FigureKind.Pending ? bare : figure;
    }

    /// <param name="unit">Of the KPI; 16万 under 台 is 160,000. Null where the two units contradict each other.</param>
    public static Read<decimal>? Number(string text, Evidence at, string? unit)
    {
        var figure = Parse(text);
        if (
            figure.Value is not { } printed
            || Magnitude.Scale(printed, figure.Unit, unit, out var isWorkedOut) is not { } value
        )
            return null;
        return new Read<decimal>(
            value,
            isWorkedOut ? at with { Certainty = Certainty.Derived, Rule = "magnitude" } : at
        );
    }

    public static ReadSheetIndicator WithActual(ReadSheetIndicator indicator, string text, Evidence at)
    {
        var figure = Parse(text);
        return figure.Kind switch
        {
            FigureKind.Number when Number(text, at, indicator.Unit?.Value) is { } number => indicator with
            {
                Actual = number,
                State = figure.IsProvisional ? FigureState.Provisional : FigureState.Final,
            },
            FigureKind.Pending => indicator with { State = FigureState.Pending, StateAt = at },
            FigureKind.Dash => indicator with { State = FigureState.Outside, StateAt = at },
            _ => indicator,
        };
    }

    [GeneratedRegex(@"\s*[（(][^（）()]{1,30}[）)]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DueNote();
}
