using System.Globalization;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// The verification table of a plan whose cells a converter printed in another order. A value is given to a government
/// only when its words name the government (県…, 市長が…), or when one value and one government are left.
/// </summary>
internal static class ScatteredVerification
{
    public static IReadOnlyList<ReadVerification> Read(
        PlanText plan,
        IReadOnlyList<Read<string>> authors,
        PlanFindings findings
    )
    {
        if (authors.Count is 0 or > 10)
            return [];
        var paragraphs = plan.Paragraphs.Where(paragraph => !paragraph.IsRow).ToList();
        var yearly = paragraphs.Count(IsYearly);
        if (yearly == 0)
            return [];
        var month = Month(paragraphs, authors.Count);
        var places = Enumerable.Range(0, paragraphs.Count).Where(i => IsPublication(paragraphs[i])).ToList();
        var publications = places.Exists(i => IsCut(paragraphs, i))
            ? null
            : Assign(authors, Distinct(places.Select(i => paragraphs[i])));
        var seats = Assign(authors, Distinct(paragraphs.Where(IsSeats)));
        var methods = Assign(authors, Distinct(paragraphs.Where(IsMethod)));
        var found = authors
            .Select((author, i) => Of(author, i, month, publications?[i], seats?[i], methods?[i]))
            .ToList();
        if (found.TrueForAll(one => one.Month is null && one.Publication is null))
            return [];
        if (publications is null || seats is null || methods is null)
            findings.Add("PLAN007", Severity.Note, null, "/verification", authors.Count);
        return found;
    }

    private static bool IsPublication(PlanParagraph paragraph) =>
        VerificationValues.IsPublication(paragraph.Squeezed) && !paragraph.Squeezed.EndsWith('。');

    /// <summary>
    /// The words begin in the paragraph before, or anywhere else when they name no owner: 町広報紙及び町 / ウェブサイトで公表.
    /// </summary>
    private static bool IsCut(List<PlanParagraph> paragraphs, int at) =>
        (at > 0 && Dangles(paragraphs[at - 1]))
        || (NamesNoOwner(paragraphs[at].Squeezed) && paragraphs.Exists(Dangles));

    private static bool NamesNoOwner(string publication) =>
        publication.StartsWith("ウェブ", StringComparison.Ordinal)
        || publication.StartsWith("ホームページ", StringComparison.Ordinal)
        || publication.StartsWith("HP", StringComparison.OrdinalIgnoreCase)
        || publication.StartsWith("公式", StringComparison.Ordinal)
        || publication.StartsWith("広報", StringComparison.Ordinal);

    private static bool Dangles(PlanParagraph paragraph) =>
        paragraph.Squeezed is { Length: > 0 and <= 40 } text
        && (
            text.EndsWith("及び", StringComparison.Ordinal)
            || text[^1] is '、' or '・' or 'の'
            || (text[^1] is '県' or '市' or '町' or '村' or '区' && GovernmentNames.Read(text) is null)
        );

    private static ReadVerification Of(
        Read<string> author,
        int index,
        (int Month, PlanParagraph At)? month,
        PlanParagraph? publication,
        PlanParagraph? seats,
        PlanParagraph? method
    )
    {
        var entity = author.Evidence with
        {
            Certainty = Certainty.Derived,
            Rule = "author",
            From = [string.Create(CultureInfo.InvariantCulture, $"/entities/{index}")],
        };
        var body = method is null ? null : VerificationValues.Body(method.Text);
        return new ReadVerification
        {
            Entity = new Read<string>(author.Value, entity),
            Month = month is { } same ? new Read<int>(same.Month, same.At.At(), Certainty.PlaceInferred) : null,
            Publication = Inferred(publication),
            Participants = Inferred(seats),
            Seats = seats is null ? [] : VerificationBuilder.SeatsOf(Inferred(seats)!),
            Method = Inferred(method),
            Body = body is null ? null : new Read<string>(body, method!.At(body), Certainty.PlaceInferred),
        };
    }

    private static Read<string>? Inferred(PlanParagraph? paragraph) =>
        paragraph is null ? null : new Read<string>(paragraph.Text, paragraph.At(), Certainty.PlaceInferred);

    /// <summary>
    /// 毎年度 and a month in every government's row. The cells have lost their rows, so the month is certain only if it is
    /// the same in all of them.
    /// </summary>
    private static (int Month, PlanParagraph At)? Month(List<PlanParagraph> paragraphs, int governments)
    {
        var found = new List<(int Month, PlanParagraph At)>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!IsYearly(paragraphs[i]))
                continue;
            if (VerificationValues.Month(paragraphs[i].Text, isLabelled: true) is { } own)
                found.Add((own, paragraphs[i]));
            else if (
                i + 1 < paragraphs.Count
                && IsMonth(paragraphs[i + 1].Squeezed, out var next)
                && paragraphs.Exists(IsMonthWord)
            )
                found.Add((next, paragraphs[i + 1]));
            else
                return null;
        }
        return found.Count == governments && found.DistinctBy(one => one.Month).Count() == 1 ? found[0] : null;
    }

    private static bool IsYearly(PlanParagraph paragraph) =>
        paragraph.Squeezed.Length <= 24
        && paragraph.Squeezed.Contains("毎年", StringComparison.Ordinal)
        && VerificationLabels.Find(paragraph.Squeezed) is null;

    private static bool IsMonthWord(PlanParagraph paragraph) => paragraph.Squeezed.StartsWith('月');

    private static bool IsMonth(string squeezed, out int month) =>
        int.TryParse(squeezed.TrimEnd('月'), NumberStyles.None, CultureInfo.InvariantCulture, out month)
        && month is >= 1 and <= 12;

    private static bool IsSeats(PlanParagraph paragraph) =>
        paragraph.Squeezed.Length <= 400
        && paragraph.Text.AsSpan().Count('名') + paragraph.Text.AsSpan().Count('人') >= 2
        && VerificationValues.Seats(paragraph.Text).Count(seat => seat.Count is not null) >= 2;

    private static bool IsMethod(PlanParagraph paragraph) =>
        paragraph.Squeezed is { Length: >= 15 and <= 500 } text
        && text.EndsWith('。')
        && (text.Contains("検証", StringComparison.Ordinal) || text.Contains("有識者", StringComparison.Ordinal))
        && PlanShapes.Reference(text) is null
        && !text.Contains("【検証", StringComparison.Ordinal);

    private static List<PlanParagraph> Distinct(IEnumerable<PlanParagraph> paragraphs) =>
        [.. paragraphs.DistinctBy(paragraph => paragraph.Squeezed, StringComparer.Ordinal)];

    /// <summary>One paragraph for each government; null when they are not as many, or one fits two.</summary>
    private static PlanParagraph?[]? Assign(IReadOnlyList<Read<string>> authors, List<PlanParagraph> paragraphs)
    {
        if (paragraphs.Count == 0)
            return new PlanParagraph?[authors.Count];
        if (paragraphs.Count != authors.Count)
            return null;
        var assigned = new PlanParagraph?[authors.Count];
        var left = new List<PlanParagraph>();
        foreach (var paragraph in paragraphs)
        {
            var fitting = Enumerable.Range(0, authors.Count).Where(i => Names(paragraph.Squeezed, authors, i)).ToList();
            if (fitting.Count == 1 && assigned[fitting[0]] is null)
                assigned[fitting[0]] = paragraph;
            else
                left.Add(paragraph);
        }
        if (left.Count > 1)
            return null;
        if (left.Count == 1)
            assigned[Array.IndexOf(assigned, null)] = left[0];
        return assigned;
    }

    /// <summary>The words name the government: by its own name, or as 県, 市, 町 or 村 where only one author is such.</summary>
    private static bool Names(string text, IReadOnlyList<Read<string>> authors, int index)
    {
        var names = authors.Select(author => Own(author.Value, authors)).ToList();
        var longest = names.Where(name => text.Contains(name, StringComparison.Ordinal)).ToList();
        if (longest.Count > 0)
            return longest.Contains(names[index]) && longest.Count == 1;
        var kind = names[index][^1];
        if (names.Count(name => name[^1] == kind) != 1)
            return false;
        return text[0] == kind
            || text.StartsWith("本" + kind, StringComparison.Ordinal)
            || text.StartsWith("当" + kind, StringComparison.Ordinal)
            || text.Contains(kind + "長が", StringComparison.Ordinal)
            || (kind is '県' or '都' or '府' or '道' && text.Contains("知事が", StringComparison.Ordinal));
    }

    /// <summary>桐生市 for 群馬県桐生市 where 群馬県 is an author too.</summary>
    private static string Own(string name, IReadOnlyList<Read<string>> authors)
    {
        var folded = Folding.Squeeze(name);
        foreach (var other in authors.Select(author => Folding.Squeeze(author.Value)))
        {
            if (folded.Length > other.Length && folded.StartsWith(other, StringComparison.Ordinal))
                return folded[other.Length..];
        }
        return folded;
    }
}
