using System.Globalization;
using System.Resources;

namespace Shirube.Indicators;

/// <summary>The sentence that explains a judgement, from <c>Resources/Achievement.resx</c>.</summary>
internal static class AchievementWords
{
    private static readonly ResourceManager Texts = new(
        "Shirube.Resources.Achievement",
        typeof(AchievementWords).Assembly
    );

    /// <summary>What is wrong with a case; <paramref name="key"/> without its <c>Wrong.</c>.</summary>
    public static string Wrong(string key, object[] arguments) => Text("Wrong." + key, arguments);

    public static string Say(
        AchievementCase judged,
        AchievementStatus status,
        decimal? target,
        decimal? actual,
        decimal? rate,
        RateOf? rateIs
    )
    {
        var year = CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.Ordinal)
            ? judged.Year.ToEnglish()
            : judged.Year.ToJapanese();
        switch (status)
        {
            case AchievementStatus.NoTarget:
                return Text("NoTarget", year);
            case AchievementStatus.Undefined:
                return judged.Baseline is null ? Text("NoBaseline", year) : Text("YearMissing", year);
            case AchievementStatus.Pending:
                return Text("Pending", year);
            case AchievementStatus.NotEntered:
                return Text("NotEntered", year);
        }
        var verdict = Text(status == AchievementStatus.Achieved ? "Achieved" : "Missed");
        var way = Text(judged.Direction.ToString());
        var sentence =
            judged.Direction == Direction.Range
                ? Text("Within", year, actual, judged.Ranges[judged.Year].Low, judged.Ranges[judged.Year].High, verdict)
                : Text(Comparison(target, actual), year, actual, target, verdict, way);
        return sentence + (rate is null ? NoRate(judged, target, actual) : Text("Rate" + rateIs, rate));
    }

    private static string Comparison(decimal? target, decimal? actual) =>
        actual == target ? "Equal"
        : actual > target ? "Above"
        : "Below";

    private static string NoRate(AchievementCase judged, decimal? target, decimal? actual)
    {
        if (target is null)
            return Text("NoRateRange");
        if (judged.Basis is TargetBasis.Level or TargetBasis.IncrementOverBaseline && judged.Baseline == target)
            return Text("NoRateSameAsBaseline");
        if (target == 0)
            return Text("NoRateZero");
        if (target < 0 || actual < 0)
            return Text("NoRateNegative");
        return Text("NoRateDirection");
    }

    private static string Text(string key, params object?[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key, arguments);
}
