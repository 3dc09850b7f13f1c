using System.Globalization;
using System.Resources;
using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Comparison;

/// <summary>The words of 新旧対照表, from <c>Resources/Comparison.resx</c>, for the one who reads.</summary>
public static class ComparisonText
{
    private static readonly ResourceManager Words = new(
        "Shirube.Resources.Comparison",
        typeof(ComparisonText).Assembly
    );

    /// <summary>For a value that is not there or was not read with certainty.</summary>
    public static string Open => Of("Open");

    public static string Of(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    public static string Of(string key, params object?[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Of(key), arguments);

    /// <summary>変更, 追加, 軽微な変更 …: the key is type and name.</summary>
    public static string Of(Enum value) => Of($"{value.GetType().Name}.{value}");

    internal static string Of(FiscalYear year) => IsJapanese ? year.ToJapanese() : year.ToEnglish();

    internal static string Of(decimal number) => Figure.Write(number);

    internal static string Of(DateOnly day) =>
        IsJapanese ? JapaneseDate.ToJapanese(day) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>令和7年4月, 2025-04</summary>
    /// <param name="first">Its first day.</param>
    internal static string Month(DateOnly first) =>
        IsJapanese ? JapaneseDate.ToJapanese(first)[..^2] : first.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    internal static string Of(PlanStart start) => start.Date is { } day ? Of(day) : Of("Certification");

    /// <summary>In 千円 as the forms have it; in 円 where that would need a fraction.</summary>
    internal static string Yen(decimal yen) => yen % 1000 == 0 ? Of("ThousandYen", Of(yen / 1000)) : Of("Yen", Of(yen));

    internal static string Of(decimal? value, FigureState state) =>
        value is { } number ? Of(number) + (state == FigureState.Provisional ? Of("Provisional") : "")
        : state == FigureState.Final ? Open
        : Of(state);

    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";
}
