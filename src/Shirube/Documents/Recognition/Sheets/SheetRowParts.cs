namespace Shirube.Documents.Recognition.Sheets;

/// <summary>A row that a page break cut in two: every text goes on where it was cut.</summary>
internal static class SheetRowParts
{
    public static ReadSheetRow Join(ReadSheetRow above, ReadSheetRow rest) =>
        above with
        {
            BasicGoal = Join(above.BasicGoal, rest.BasicGoal),
            Project = Join(above.Project, rest.Project),
            Department = Join(above.Department, rest.Department),
            GrantKind = Join(above.GrantKind, rest.GrantKind),
            Content = Join(above.Content, rest.Content),
            Indicators =
                above.Indicators is [var only] && rest.Indicators is [var more]
                    ? [only with { Name = Join(only.Name, more.Name), Unit = Join(only.Unit, more.Unit) }]
                    : above.Indicators,
            SelfEvaluation = Join(above.SelfEvaluation, rest.SelfEvaluation),
            ExpertEvaluation = Join(above.ExpertEvaluation, rest.ExpertEvaluation),
            ExpertOpinion = Join(above.ExpertOpinion, rest.ExpertOpinion),
            NextStep = Join(above.NextStep, rest.NextStep),
            Reason = Join(above.Reason, rest.Reason),
            Review = Join(above.Review, rest.Review),
        };

    private static Read<string>? Join(Read<string>? above, Read<string>? rest)
    {
        if (above is null || rest is null)
            return above ?? rest;
        var (at, behind) = (above.Evidence.At, rest.Evidence.At);
        return new Read<string>(
            CellText.Join(above.Value + "\n" + rest.Value),
            at with
            {
                EndLine = behind.EndLine,
                Text = at.Text + "\n" + behind.Text,
            },
            Certainty.PlaceInferred
        );
    }
}
