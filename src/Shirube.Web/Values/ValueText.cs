using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Text;
using Shirube.Plans;
using Shirube.Web.Hosting;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>
/// Values as people write them, in both directions. A form's value always arrives as text: what does not parse is
/// refused with a message and comes back as typed, never as 0.
/// </summary>
internal static class ValueText
{
    /// <summary>As a field shows it, so that it parses back to the same value.</summary>
    public static string Show(ValueKind kind, object? value) =>
        value switch
        {
            null => "",
            decimal yen when kind == ValueKind.Yen => Money(yen),
            decimal number => Number(number),
            DateOnly day => Date(day),
            PlanStart { Date: { } day } => Date(day),
            PlanStart => T("Value.Certification"),
            FiscalYear year => Year(year),
            int count => count.ToString(CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>What the reading contract writes, as a field would show it.</summary>
    public static string OfContract(ValueKind kind, string written) =>
        kind switch
        {
            ValueKind.Date or ValueKind.PlanStart when DateOnly.TryParseExact(written, "yyyy-MM-dd", out var day) =>
                Date(day),
            ValueKind.PlanStart when written == ContractValue.Certification => T("Value.Certification"),
            ValueKind.Yen
            or ValueKind.Figure
                when decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
                Show(kind, number),
            ValueKind.FiscalYear when FiscalYear.TryParse(written, out var year) => Year(year),
            _ => written,
        };

    /// <returns>False when the text is not a value of the kind. Blank parses as null: there is no value.</returns>
    public static bool TryParse(ValueKind kind, string? text, out object? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        text = text.Trim();
        value = kind switch
        {
            ValueKind.Text or ValueKind.LongText => text,
            ValueKind.Date => Day(text),
            ValueKind.PlanStart => text == T("Value.Certification") ? new PlanStart(null)
            : Day(text) is { } day ? new PlanStart(day)
            : null,
            ValueKind.Yen => Yen(text),
            ValueKind.Figure => Decimal(text),
            ValueKind.FiscalYear => FiscalYear.TryParse(WithoutBrackets(text), out var year) ? year : null,
            ValueKind.Month => Whole(text, "月") is { } month && PlanVerification.IsMonth(month) ? month : null,
            _ => Whole(text, null),
        };
        return value is not null;
    }

    /// <summary>Why a text is not a value of its kind, and how to write one.</summary>
    public static string Refusal(ReadingValue value, string? text) =>
        IsBeyond(value.Kind, text ?? "")
            ? T("Error.Beyond", value.Label, text, FigureSize.WholeDigits, FigureSize.Decimals)
            : T("Error.NotA" + value.Kind, value.Label, text);

    public static string Number(decimal number) => Figure.Write(number);

    /// <summary>In 千円 as the forms have it; in 円 where that would need a fraction.</summary>
    public static string Money(decimal yen) =>
        yen % 1000 == 0 ? T("Money.Thousands", Thousands(yen)) : T("Money.Yen", Number(yen));

    /// <summary>The number alone, for a column headed 千円; with its 円 where it is not whole thousands.</summary>
    public static string Thousands(decimal yen) => yen % 1000 == 0 ? Number(yen / 1000) : Money(yen);

    public static string Year(FiscalYear year) => Languages.IsEnglish ? year.ToEnglish() : year.ToJapanese();

    /// <summary>Parted for the head of a narrow column: 令和6年度 and （2024年度）, 令和6 and 2024.</summary>
    public static (string First, string Second) YearParted(FiscalYear year, bool isBrief) =>
        (Languages.IsEnglish, isBrief) switch
        {
            (true, true) => ("FY", $"{year}"),
            (true, false) => (year.ToEnglish(), ""),
            (false, true) => (year.EraLabel, $"{year}"),
            (false, false) => (year.EraLabel + "年度", $"（{year}年度）"),
        };

    public static string Date(DateOnly day) =>
        Languages.IsEnglish ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : JapaneseDate.ToJapanese(day);

    public static string Month(int month) =>
        Languages.IsEnglish
            ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)
            : string.Create(CultureInfo.InvariantCulture, $"{month}月");

    public static string Moment(DateTime utc) =>
        Moment(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    public static string Moment(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{Date(JapanDay.Of(moment))} {JapanDay.ClockAt(moment):HH:mm}");

    /// <summary>Bytes, in the unit in which a person compares files.</summary>
    public static string Size(long bytes) =>
        bytes < 1024 * 1024
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024):#,##0} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m / 1024m:#,##0.0} MB");

    /// <summary>As <see cref="Date"/> writes it in either language, and as Japanese offices write it.</summary>
    private static DateOnly? Day(string text) =>
        JapaneseDate.TryParse(text, out var date) ? date.Date
        : DateOnly.TryParseExact(
            text,
            "d MMMM yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var english
        )
            ? english
        : null;

    private static decimal? Decimal(string text) =>
        Figure.ParseTyped(text) is { Kind: FigureKind.Number, Unit: null } figure ? figure.Value : null;

    /// <summary>千円 where no unit is written, as the form asks for it.</summary>
    private static decimal? Yen(string text)
    {
        var figure = Typed(text);
        return figure.Value is { } amount && MoneyUnit.YenPer(figure.Unit ?? MoneyUnit.Thousand) is { } yen
            ? FigureSize.OrNull(amount * yen)
            : null;
    }

    private static bool IsBeyond(ValueKind kind, string text) =>
        kind switch
        {
            ValueKind.Figure => Figure.ParseTyped(text).Kind == FigureKind.Beyond,
            ValueKind.Yen => Typed(text) is var figure
                && (
                    figure.Kind == FigureKind.Beyond
                    || (
                        figure.Value is { } amount
                        && MoneyUnit.YenPer(figure.Unit ?? MoneyUnit.Thousand) is { } yen
                        && !FigureSize.Fits(amount * yen)
                    )
                ),
            _ => false,
        };

    private static Figure Typed(string text) =>
        Figure.ParseTyped(
            text.Replace("thousand yen", MoneyUnit.Thousand, StringComparison.OrdinalIgnoreCase)
                .Replace("yen", "円", StringComparison.OrdinalIgnoreCase)
        );

    private static int? Whole(string text, string? unit)
    {
        var figure = Figure.ParseTyped(text);
        return
            figure.Kind == FigureKind.Number
            && (figure.Unit is null || figure.Unit == unit)
            && figure.Value is { } number
            && decimal.IsInteger(number)
            && Math.Abs(number) < int.MaxValue
            ? (int)number
            : null;
    }

    /// <summary>令和6年度（2024年度） is what a field shows; the parser takes either half.</summary>
    private static string WithoutBrackets(string text)
    {
        var bracket = text.AsSpan().IndexOfAny('（', '(');
        return bracket > 0 ? text[..bracket] : text;
    }
}
