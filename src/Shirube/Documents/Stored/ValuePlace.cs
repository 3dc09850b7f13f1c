using System.Globalization;
using System.Text.Json;
using Shirube.Indicators;
using Shirube.Plans;
using Shirube.Verification;

namespace Shirube.Documents.Stored;

/// <summary>The row and the property in which the value of a JSON pointer is kept.</summary>
/// <param name="Own">The row's key within its version, in the order of its mapping.</param>
internal sealed record ValuePlace(Type Row, object[] Own, string Property)
{
    /// <summary>Texts of several paragraphs; every other text is one line.</summary>
    private static readonly HashSet<(Type, string)> LongTexts =
    [
        (typeof(Chapter), nameof(Chapter.Text)),
        (typeof(PlanVerification), nameof(PlanVerification.Participants)),
        (typeof(PlanVerification), nameof(PlanVerification.Method)),
        (typeof(PlanVerification), nameof(PlanVerification.Publication)),
        (typeof(SheetRow), nameof(SheetRow.Content)),
        (typeof(SheetRow), nameof(SheetRow.ExpertOpinion)),
        (typeof(SheetRow), nameof(SheetRow.Reason)),
        (typeof(SheetRow), nameof(SheetRow.Review)),
    ];

    public bool IsOneLine => !LongTexts.Contains((Row, Property));

    /// <summary>Null when no such value may be corrected: numbering, years of columns, findings, evidence.</summary>
    public static ValuePlace? Of(string pointer, bool isSheet)
    {
        if (!pointer.StartsWith('/'))
            return null;
        return pointer[1..].Split('/') switch
        {
            ["title"] => new(typeof(DocumentVersion), [], nameof(DocumentVersion.Title)),
            ["planStart"] => isSheet ? null : new(typeof(PlanVersion), [], nameof(PlanVersion.Start)),
            [var field] => isSheet ? Field<VerificationSheet>([], field) : Field<PlanVersion>([], field),
            ["entities", var i] => At(i) is { } at ? new(typeof(Author), [at], nameof(Author.Name)) : null,
            ["chapters", var i, var field] => At(i) is { } at ? Field<Chapter>([at], field) : null,
            ["indicators", var i, var field] => At(i) is { } at ? Field<Indicator>([at], field) : null,
            ["indicators", var i, "targets", var j, "value"] => Figure(i, FigureRole.Target, j),
            ["indicators", var i, "actuals", var j, "value"] => Figure(i, FigureRole.Actual, j),
            ["verification", var i, var field] => At(i) is { } at ? Field<PlanVerification>([at], field) : null,
            ["verification", var i, "seats", var j, var field] => Nested<CouncilSeat>(i, j, field),
            ["rows", var i, var field] => At(i) is { } at ? Field<SheetRow>([at], field) : null,
            ["rows", var i, "indicators", var j, var field] => Nested<SheetIndicator>(i, j, field),
            ["policies", var i, "measures", var j] => Nested<Measure>(i, j, "text"),
            ["policies", var i, var field] => At(i) is { } at ? Field<Policy>([at], field) : null,
            _ => null,
        };
    }

    private static ValuePlace? Figure(string indicator, FigureRole role, string figure) =>
        At(indicator) is { } i && At(figure) is { } j
            ? new(typeof(IndicatorFigure), [i, role, j], nameof(IndicatorFigure.Value))
            : null;

    private static ValuePlace? Nested<T>(string above, string own, string field) =>
        At(above) is { } i && At(own) is { } j ? Field<T>([i, j], field) : null;

    /// <summary>Fields of the reading are named as properties are; what is not set on the row is not a value of its own.</summary>
    private static ValuePlace? Field<T>(object[] own, string field)
    {
        var found = Array.Find(
            typeof(T).GetProperties(),
            property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == field
        );
        var settable =
            found?.DeclaringType == typeof(T)
            && found.SetMethod is { } set
            && set.ReturnParameter.GetRequiredCustomModifiers().Length == 0;
        return settable ? new(typeof(T), own, found!.Name) : null;
    }

    private static int? At(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
}
