using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Indicators;

namespace Shirube.Web.Charts;

/// <summary>One year of a chart; a year without any figure keeps its place.</summary>
internal sealed record YearColumn(FiscalYear Year, decimal? Target, decimal? Actual, FigureState ActualState);

/// <summary>A figure as it stands in a chart.</summary>
/// <param name="Y">Of its base line.</param>
/// <param name="OnBar">On the dark of a bar.</param>
/// <param name="IsAlone">No other figure stands in its column.</param>
internal readonly record struct ValueLabel(decimal Value, bool IsActual, decimal Y, bool OnBar, bool IsAlone);

/// <summary>Where the parts of an indicator's chart stand, in the units of its drawing.</summary>
internal sealed class YearChart
{
    public const int Width = 640;
    public const int Height = 260;
    private const int Left = 64;
    private const int Top = 28;
    private const int PlotHeight = 190;
    private const int LabelRoom = 26;
    private const int PlotWidth = Width - Left - 8;

    public YearChart(ReadIndicator indicator)
    {
        Columns = [.. ColumnsOf(indicator)];
        Scale = Scale.Over(Columns.SelectMany(column => (decimal?[])[column.Target, column.Actual]).OfType<decimal>());
    }

    public IReadOnlyList<YearColumn> Columns { get; }
    public Scale Scale { get; }

    /// <summary>Nothing to draw where no year has a figure.</summary>
    public bool IsEmpty => Columns.All(column => column.Target is null && column.Actual is null);

    private decimal Slot => (decimal)PlotWidth / Columns.Count;
    private decimal BarWidth => Math.Min(56, Slot * 0.56m);

    public decimal Middle(int index) => Left + (Slot * index) + (Slot / 2);

    public decimal BarLeft(int index) => Middle(index) - (BarWidth / 2);

    public decimal Bar => BarWidth;

    public decimal Y(decimal value) => Top + Scale.Down(value, PlotHeight);

    /// <summary>The figures of a column: each at its bar or its line, never one over the other.</summary>
    public IEnumerable<ValueLabel> LabelsOf(int index)
    {
        var column = Columns[index];
        if (column.Actual is not { } actual || column.Target is not { } target)
        {
            if (column.Actual is { } only)
                yield return new(only, true, Outside(only, 0), false, true);
            else if (column.Target is { } planned)
                yield return new(planned, false, Outside(planned, 0), false, true);
            yield break;
        }
        var isSolid = column.ActualState != FigureState.Provisional;
        if (actual < 0 != target < 0)
        {
            yield return new(actual, true, Outside(actual, 0), false, false);
            yield return new(target, false, Outside(target, 0), false, false);
            yield break;
        }
        var isBarLonger = Math.Abs(actual) >= Math.Abs(target);
        var (far, near) = isBarLonger ? (actual, target) : (target, actual);
        var hasRoom = Math.Abs(Y(near) - Y(0)) >= LabelRoom;
        yield return new(far, isBarLonger, Outside(far, hasRoom ? 0 : 1), false, false);
        yield return hasRoom
            ? new(near, !isBarLonger, Y(near) + (near < 0 ? -8 : 18), isSolid, false)
            : new(near, !isBarLonger, Outside(far, 0), false, false);
    }

    /// <summary>Beyond the end of a bar or a line, as many lines of text away.</summary>
    private decimal Outside(decimal value, int lines) => Y(value) + (value < 0 ? 18 + (15 * lines) : -8 - (15 * lines));

    public static int PlotLeft => Left;
    public static int PlotRight => Width - 8;
    public static int PlotTop => Top;
    public static int PlotBottom => Top + PlotHeight;

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string At(decimal place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<YearColumn> ColumnsOf(ReadIndicator indicator)
    {
        var targets = indicator.Targets.Where(figure => figure.State != FigureState.Outside).ToList();
        var years = targets.Concat(indicator.Actuals).Select(figure => figure.Year).ToList();
        if (years.Count == 0)
            yield break;
        // A mistaken year must not make a chart of a thousand columns.
        var last = Math.Min(years.Max().Year, years.Min().Year + 19);
        for (var year = years.Min().Year; year <= last; year++)
        {
            var target = targets.Find(figure => figure.Year.Year == year);
            var actual = indicator.Actuals.FirstOrDefault(figure => figure.Year.Year == year);
            yield return new YearColumn(
                new FiscalYear(year),
                target?.Figure?.Value,
                actual?.Figure?.Value,
                actual?.State ?? FigureState.NotEntered
            );
        }
    }
}
