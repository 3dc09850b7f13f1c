using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Documents.Text;

namespace Shirube.Plans.Writing;

/// <summary>What the short sections of a plan state, each null while it is blank or cannot be understood.</summary>
public sealed class PlanFacts(PlanContent content)
{
    public string? Title => Line(PlanOutline.Title);
    public string? Area => Line(PlanOutline.Area);

    /// <summary>That of the plan where none is written.</summary>
    public string? ProjectName => Line(PlanOutline.ProjectName) ?? Title;

    /// <summary>In yen.</summary>
    public decimal? CostYen => Yen(content[PlanOutline.Cost]);
    public DateOnly? ProjectStart => Day(content[PlanOutline.ProjectPeriod + "-start"]);
    public DateOnly? ProjectEnd => Day(content[PlanOutline.ProjectPeriod + "-end"]);

    /// <summary>The certification where nothing else is written.</summary>
    public PlanStart? PlanStart =>
        content[PlanOutline.PlanPeriod + "-start"] is ""
            ? new PlanStart(null)
            : Start(content[PlanOutline.PlanPeriod + "-start"]);
    public DateOnly? PlanEnd => Day(content[PlanOutline.PlanPeriod + "-end"]);

    internal static IEnumerable<PlanReview> Reviews(PlanContent content) =>
        content.Authors.Select(author => new PlanReview(
            author,
            Month(Answer(content, author, PlanReview.MonthQuestion)),
            Answer(content, author, PlanReview.MethodQuestion),
            Answer(content, author, PlanReview.ParticipantsQuestion),
            Answer(content, author, PlanReview.PublicationQuestion)
        ));

    private static string Answer(PlanContent content, PlanAuthor author, string question) =>
        content[PlanReview.KeyOf(PlanOutline.Review, author, question)];

    /// <summary>2,314,625千円, 2,314,625,000円, 23億1,462万5千円; null without a unit or for what is no amount.</summary>
    public static decimal? Yen(string text)
    {
        var folded = Folding.Squeeze(Folding.FoldNumeric(text)).Replace(",", "", StringComparison.Ordinal);
        decimal sum = 0;
        var at = 0;
        while (at < folded.Length)
        {
            var from = at;
            while (at < folded.Length && (char.IsAsciiDigit(folded[at]) || folded[at] == '.'))
                at++;
            if (
                !FigureSize.Fits(folded.AsSpan(from, at - from))
                || !decimal.TryParse(
                    folded.AsSpan(from, at - from),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || MoneyUnit.Take(folded, ref at) is not { } unit
            )
                return null;
            sum += number * unit;
        }
        return folded.Length > 0 && sum == decimal.Truncate(sum) ? sum : null;
    }

    public static DateOnly? Day(string text) => JapaneseDate.TryParse(text, out var day) ? day.Date : null;

    public static PlanStart? Start(string text) =>
        TypedValue.TryParse(text, typeof(PlanStart), out var start) ? (PlanStart?)start : null;

    /// <summary>9, 9月, ９月, 毎年度 9月.</summary>
    public static int? Month(string text)
    {
        var folded = Folding.Squeeze(Folding.FoldNumeric(text));
        if (
            folded.StartsWith("毎年度", StringComparison.Ordinal) || folded.StartsWith("毎年", StringComparison.Ordinal)
        )
            folded = folded[(folded.StartsWith("毎年度", StringComparison.Ordinal) ? 3 : 2)..];
        return
            int.TryParse(folded.TrimEnd('月'), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && PlanVerification.IsMonth(month)
            ? month
            : null;
    }

    private string? Line(string key) => content[key] is { Length: > 0 } text ? text : null;
}
