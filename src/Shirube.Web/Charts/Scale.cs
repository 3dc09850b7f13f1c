using Shirube.Documents.Text;

namespace Shirube.Web.Charts;

/// <summary>A value axis that holds 0 and all values, with four or so round steps.</summary>
internal sealed class Scale
{
    private readonly decimal top;
    private readonly decimal bottom;

    private Scale(decimal low, decimal high, decimal step) => (bottom, top, Step) = (low, high, step);

    public decimal Step { get; }

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = bottom; tick <= top; tick += Step)
                yield return tick;
        }
    }

    public static Scale Over(IEnumerable<decimal> values)
    {
        decimal low = 0;
        decimal high = 0;
        foreach (var value in values.Select(Drawn))
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        var step = RoundStep((high - low) / 4);
        return new Scale(Math.Floor(low / step) * step, Math.Max(Math.Ceiling(high / step) * step, step), step);
    }

    /// <summary>How far down from the top of a drawing of the given height a value stands.</summary>
    public decimal Down(decimal value, decimal height) => (top - Drawn(value)) / (top - bottom) * height;

    /// <summary>Only what was kept before figures had a limit lies beyond it.</summary>
    private static decimal Drawn(decimal value) => Math.Clamp(value, -FigureSize.Limit, FigureSize.Limit);

    /// <summary>1, 2 or 5 times a power of ten, not under <paramref name="rough"/>.</summary>
    private static decimal RoundStep(decimal rough)
    {
        if (rough <= 0)
            return 1;
        var power = 1m;
        while (power * 10 <= rough)
            power *= 10;
        while (power > rough)
            power /= 10;
        decimal[] steps = [1, 2, 5, 10];
        return steps.First(step => step * power >= rough) * power;
    }
}
