using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>Who verifies the plan: from a table, from labelled paragraphs, from prose, or from cells without order.</summary>
internal sealed class PlanVerification(
    SourceDocument document,
    PlanText plan,
    IReadOnlyList<Read<string>> authors,
    PlanFindings findings
)
{
    private const string Pointer = "/verification";

    public IReadOnlyList<ReadVerification> Read()
    {
        var fromTables = document
            .Tables.Select(table => Build(VerificationTable.Read(table)))
            .FirstOrDefault(rows => rows.Count > 0);
        if (fromTables is not null)
            return fromTables;
        var isFlat = plan.IsInOrder && FlatVerification.IsIn(plan);
        if (isFlat && authors.Count == 1)
            return Build([FlatVerification.Read(plan)]);
        if (plan.IsInOrder && !isFlat && FromLabels() is { } labelled)
        {
            if (IsWhole(labelled))
                return labelled;
            isFlat = true;
        }
        if (plan.IsInOrder && !isFlat && authors.Count == 1 && VerificationProse.Read(plan) is { } told)
            return Build([told]);
        if (ScatteredVerification.Read(plan, authors, findings) is { Count: > 0 } scattered)
            return scattered;
        if (isFlat)
        {
            findings.Add("PLAN007", Severity.Warning, null, Pointer, authors.Count);
            return [];
        }
        return plan.IsInOrder && VerificationProse.Read(plan) is { } prose ? Build([prose]) : [];
    }

    /// <summary>
    /// One verification for all authors, or one for each. Fewer rows with names mean that rows ran into each other.
    /// </summary>
    private bool IsWhole(List<ReadVerification> rows) =>
        rows.Count >= authors.Count || rows.TrueForAll(row => row.Entity is null);

    /// <summary>Labels with their values behind or below them; a government's name begins its own group. Null without labels.</summary>
    private List<ReadVerification>? FromLabels()
    {
        var builders = new List<VerificationBuilder> { new() };
        foreach (var body in plan.Bodies(PlanPart.Evaluation))
        {
            VerificationField? field = null;
            foreach (var line in body.Paragraphs.SelectMany(paragraph => paragraph.Lines.Zip(paragraph.Parts)))
                field = Next(builders, line.First, line.Second, field);
        }
        return builders.TrueForAll(builder => builder.IsEmpty) ? null : Build(builders);
    }

    private VerificationField? Next(
        List<VerificationBuilder> builders,
        PlanLine line,
        string text,
        VerificationField? field
    )
    {
        var value = text;
        if (VerificationLabels.FindAtStart(text) is { } label)
        {
            if (VerificationLabels.FindAtStart(text[label.End..]) is not null)
                return null;
            if (label.Field != VerificationField.Entity && builders[^1].Has(label.Field))
                builders.Add(new VerificationBuilder());
            field = label.Field;
            value = text[label.End..].Trim(' ', '\u3000', '\t', ':', '：');
        }
        else if (GovernmentNames.Read(text) is [var name] && field != VerificationField.Seats && IsAuthor(name))
        {
            if (!builders[^1].IsEmpty || builders[^1].Entity is not null)
                builders.Add(new VerificationBuilder());
            builders[^1].Entity = new Read<string>(name, new PlanParagraph([line], [text]).At(name));
            return null;
        }
        else if (
            text.Length > 2 && text[0] == '【' && text[^1] == '】'
            || PlanShapes.Reference(line.Squeezed) is not null
        )
            return null;
        if (field is not { } current || value.Length == 0)
            return field;
        if (current == VerificationField.Entity)
            builders[^1].Entity = GovernmentNames.Read(value) is [var only]
                ? new Read<string>(only, new PlanParagraph([line], [value]).At(only))
                : null;
        else
            builders[^1].Add(current, new PlanParagraph([line], [value]));
        return field;
    }

    private bool IsAuthor(string name) =>
        authors.Count == 0 || authors.Any(author => SameGovernment(author.Value, name));

    private static bool SameGovernment(string one, string other)
    {
        var (a, b) = (Folding.Squeeze(one), Folding.Squeeze(other));
        return a == b || a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal);
    }

    private List<ReadVerification> Build(List<VerificationBuilder> builders)
    {
        var filled = builders.Where(builder => !builder.IsEmpty).ToList();
        if (filled.Count == 1 && filled[0].Entity is null)
            filled[0].Entity = OnlyAuthor();
        if (filled.Count > 1 && filled.Exists(builder => builder.Entity is null))
        {
            findings.Add("PLAN007", Severity.Warning, null, Pointer, filled.Count);
            return [];
        }
        if (filled.Count == 1 && filled[0].Entity is null && authors.Count > 1)
            findings.Add("PLAN007", Severity.Note, null, Pointer, authors.Count);
        if (filled.Count == 1 && !FlatVerification.IsIn(plan))
            VerificationProse.Complete(filled[0], plan);
        return [.. filled.Select((builder, i) => builder.Build(findings, i))];
    }

    /// <summary>A plan of one government needs no name in its verification.</summary>
    private Read<string>? OnlyAuthor() =>
        authors.Count == 1
            ? new Read<string>(
                authors[0].Value,
                authors[0].Evidence with
                {
                    Certainty = Certainty.Derived,
                    Rule = "only-author",
                    From = ["/entities/0"],
                }
            )
            : null;
}
