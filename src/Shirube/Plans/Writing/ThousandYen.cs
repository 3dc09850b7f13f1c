using Shirube.Documents.Text;

namespace Shirube.Plans.Writing;

/// <summary>千円: amounts as people type them into a table of thousands of yen.</summary>
public static class ThousandYen
{
    /// <summary>A thousand trillion yen: more than any budget.</summary>
    public const decimal Most = 1_000_000_000_000_000;

    /// <summary>1,234, １２３４, 1,234千円, 0.5 and 500円; a blank or a dash is no amount.</summary>
    /// <returns>False for what is no amount: less than nothing, or parts of a yen.</returns>
    public static bool TryParse(string text, out decimal? yen)
    {
        yen = null;
        var figure = Figure.ParseTyped(text);
        if (figure.Kind is FigureKind.Blank or FigureKind.Dash)
            return true;
        if (figure.Kind != FigureKind.Number || figure.IsProvisional || text.Contains('約', StringComparison.Ordinal))
            return false;
        decimal? unit = figure.Unit switch
        {
            null or "千円" => 1_000,
            "円" => 1,
            "万円" => 10_000,
            _ => null,
        };
        yen = figure.Value * unit;
        return yen is >= 0 and <= Most && decimal.Truncate(yen.Value) == yen;
    }
}
