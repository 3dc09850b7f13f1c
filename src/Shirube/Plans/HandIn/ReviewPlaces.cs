using Shirube.Documents.Forms;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>Finds the table of 評価の方法、時期及び体制: a column for each question, a row for each author.</summary>
internal sealed class ReviewPlaces(FormFile form, FoundPlaces found, PlanContent content)
{
    private static readonly (string Question, string[] Labels)[] Questions =
    [
        ("entity", ["地方公共団体名", "地方公共団体の名称"]),
        (PlanReview.MonthQuestion, ["検証時期", "検証の時期"]),
        (PlanReview.MethodQuestion, ["検証方法", "検証の方法"]),
        (PlanReview.ParticipantsQuestion, ["外部組織の参画者", "外部有識者の参画者"]),
        (PlanReview.PublicationQuestion, ["検証結果の公表の方法", "検証結果の公表方法"]),
    ];

    /// <summary>True when the form has such a table.</summary>
    public bool Find()
    {
        foreach (var grid in form.Grids)
        {
            var heads = Questions
                .Select(question =>
                    (question.Question, Head: grid.Cells.FirstOrDefault(cell => IsLabel(cell, question.Labels)))
                )
                .Where(column => column.Head is not null)
                .ToList();
            if (heads.Count < 3 || heads.Select(column => column.Head!.Column).Distinct().Count() < heads.Count)
                continue;
            var first = heads.Max(column => column.Head!.Row + column.Head.RowSpan);
            foreach (var (review, at) in content.Reviews.Select((review, at) => (review, at)))
            foreach (var (question, _) in Questions)
            {
                var head = heads.Find(column => column.Question == question).Head;
                Put(head is null ? null : grid.At(first + at, head.Column), review, question);
            }
            return true;
        }
        return false;
    }

    private void Put(FormCell? cell, PlanReview review, string question)
    {
        var name = FormText.Of("Review." + question, review.Author.Name);
        var text = question switch
        {
            "entity" => review.Author.Name,
            PlanReview.MonthQuestion => FormField.MonthOf(content, review),
            PlanReview.MethodQuestion => review.Method,
            PlanReview.ParticipantsQuestion => review.Participants,
            _ => review.Publication,
        };
        if (cell is not null && found.IsFree(cell.Place))
            found.Take(name, cell.Place, new FormValue(text));
        else if (text.Length > 0 && !IsPrinted(cell, text))
            found.Missing.Add(name);
    }

    /// <summary>The form prints the name of the government by itself.</summary>
    private static bool IsPrinted(FormCell? cell, string text) => cell?.Text.Trim() == text;

    private static bool IsLabel(FormCell cell, string[] labels) =>
        FormLabel.Of(cell.Text) is { } label && Array.IndexOf(labels, label.Words) >= 0;
}
