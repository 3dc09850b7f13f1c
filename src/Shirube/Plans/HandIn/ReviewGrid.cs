using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>評価の方法、時期及び体制: a row for each author: when, how, by whom, and where the result is published.</summary>
internal static class ReviewGrid
{
    public static IEnumerable<WrittenBlock> Of(PlanContent content)
    {
        if (content.Authors.Count == 0)
            yield break;
        var reviews = content.Reviews.ToDictionary(review => review.Author.Number);
        var authors = PlanAuthor.InOrder(content.Authors);
        yield return new WrittenTable([
            new WrittenRow([
                new WrittenCell("【地方公共団体名】") { RowSpan = 2 },
                new WrittenCell("【外部組織による検証】") { ColumnSpan = 3 },
                new WrittenCell("【検証結果の公表の方法】") { RowSpan = 2 },
            ]),
            new WrittenRow([
                new WrittenCell("【検証時期】"),
                new WrittenCell("【検証方法】"),
                new WrittenCell("【外部組織の参画者】"),
            ]),
            .. authors.Select(author => Row(content, reviews[author.Number])),
        ])
        {
            HeadRows = 2,
            Widths = [16, 13, 32, 24, 17],
            Caption = "外部組織による検証",
        };
    }

    private static WrittenRow Row(PlanContent content, PlanReview review) =>
        new([
            new WrittenCell(review.Author.Name),
            new WrittenCell(FormField.MonthOf(content, review)),
            Cell(review.Method),
            Cell(review.Participants),
            Cell(review.Publication),
        ]);

    private static WrittenCell Cell(string text) =>
        new([.. WrittenLines.Of(text).Select(line => new WrittenParagraph(line))]);
}
