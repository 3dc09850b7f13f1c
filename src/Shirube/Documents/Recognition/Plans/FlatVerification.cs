using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// A table of verification whose cells a converter printed as lines: its column headings stand one upon another, and
/// what follows belongs to columns that nobody can tell apart.
/// </summary>
internal static partial class FlatVerification
{
    /// <summary>Whether the plan's section on evaluation is such a table.</summary>
    public static bool IsIn(PlanText plan) => plan.Bodies(PlanPart.Evaluation).Any(body => IsFlat(Texts(body)));

    /// <summary>For a plan of one government, what only one line of the section can mean: the month, the publication.</summary>
    public static VerificationBuilder Read(PlanText plan)
    {
        var builder = new VerificationBuilder();
        var lines = plan.Bodies(PlanPart.Evaluation)
            .SelectMany(body => body.Paragraphs)
            .SelectMany(paragraph => paragraph.Lines.Zip(paragraph.Parts))
            .Select(line => new PlanParagraph([line.First], [line.Second]))
            .ToList();
        var all = new PlanParagraph(
            [.. lines.SelectMany(line => line.Lines)],
            [.. lines.SelectMany(line => line.Parts)]
        );
        if (lines.Count > 0 && VerificationValues.Months(all.Text, isLabelled: false).Count > 0)
            builder.Add(VerificationField.YearlyTime, TimeOf(lines) ?? all);
        if (
            lines
                .Where(line => Publication().IsMatch(line.Squeezed) && line.Squeezed[0] is not (>= 'ぁ' and <= 'ん'))
                .ToList()
            is [var only]
        )
            builder.Add(VerificationField.Publication, WithBeginning(lines, only));
        return builder;
    }

    /// <summary>検証後 / 速やかに…: the sentence begins on the line above.</summary>
    private static PlanParagraph WithBeginning(List<PlanParagraph> lines, PlanParagraph line)
    {
        var at = lines.IndexOf(line);
        return at > 0 && VerificationValues.BreaksOff(lines[at - 1].Squeezed)
            ? new PlanParagraph(
                [.. lines[at - 1].Lines, .. line.Lines],
                [VerificationValues.LastClause(lines[at - 1].Text), .. line.Parts]
            )
            : line;
    }

    /// <summary>毎年度９月, or 毎年度 with 9月 on the line behind.</summary>
    private static PlanParagraph? TimeOf(List<PlanParagraph> lines) =>
        lines.Find(line => VerificationValues.Months(line.Text, isLabelled: false).Count > 0);

    private static List<string> Texts(PlanBody body) =>
        [.. body.Paragraphs.Where(paragraph => !paragraph.IsRow).SelectMany(paragraph => paragraph.Parts)];

    private static bool IsFlat(List<string> lines)
    {
        var before = false;
        foreach (var line in lines)
        {
            if (PieceOfLabel().IsMatch(Folding.Squeeze(line)))
                return true;
            var label = VerificationLabels.FindAtStart(line);
            var isAlone = label is { } found && string.IsNullOrWhiteSpace(line[found.End..]);
            if ((before && label is not null) || (label is { } one && HasLabel(line[one.End..])))
                return true;
            before = isAlone && label!.Value.Field != VerificationField.Entity;
        }
        return false;
    }

    private static bool HasLabel(string text) => VerificationLabels.FindAtStart(text) is not null;

    /// <summary>【検証時 without its end, or 】 without its beginning.</summary>
    [GeneratedRegex(
        @"【(?:地方公共団|検証|外部組織|評価|公表)[^】]*(?:$|【)|^[^【】]{1,8}】$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PieceOfLabel();

    [GeneratedRegex(
        @"^(?:検証後)?(?:速やかに)?[本当]?[^。、]{0,8}(?:ホームページ|HP|ウェブサイト|Webサイト|広報紙)[^。]{0,12}(?:公表|掲載|公開)(?:する|を行う)?。?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Publication();
}
