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
        var fromTables = document.Tables.Select(FromTable).FirstOrDefault(rows => rows.Count > 0);
        if (fromTables is not null)
            return fromTables;
        if (plan.IsInOrder && FromLabels() is { } labelled)
            return labelled;
        if (ScatteredVerification.Read(plan, authors, findings) is { Count: > 0 } scattered)
            return scattered;
        return plan.IsInOrder ? FromProse() : [];
    }

    private List<ReadVerification> FromTable(Table table)
    {
        var rows = table.Cells.Where(cell => !cell.Hidden).GroupBy(cell => cell.Row).OrderBy(row => row.Key).ToList();
        var columns = new List<(VerificationField Field, int From, int To)>();
        var header = -1;
        foreach (var row in rows.Take(40))
        {
            var labels = row.Where(cell => VerificationLabels.Find(cell.Text) is not null).ToList();
            // A label with a value at its right is a form, not a heading over columns.
            if (
                labels.Count == 0
                || (
                    labels.Count == 1
                    && row.Count(cell => cell.Text.Length > 0) > 1
                    && columns.Count == 0
                    && VerificationLabels.Find(labels[0].Text) != VerificationField.Entity
                )
            )
                continue;
            foreach (var cell in labels)
                columns.Add((VerificationLabels.Find(cell.Text)!.Value, cell.Column, cell.Column + cell.ColumnSpan));
            header = Math.Max(header, labels.Max(cell => cell.Row + cell.RowSpan - 1));
        }
        if (
            columns.Select(column => column.Field).Distinct().Count() < 2
            || columns.GroupBy(column => column.Field).Any(same => same.Count() > 1)
        )
            return [];
        var builders = new List<VerificationBuilder>();
        foreach (var row in rows.Where(row => row.Key > header))
            AddRow(builders, [.. row.Where(cell => !string.IsNullOrWhiteSpace(cell.Text))], columns);
        return Build(builders);
    }

    private static void AddRow(
        List<VerificationBuilder> builders,
        List<Cell> row,
        List<(VerificationField Field, int From, int To)> columns
    )
    {
        if (row.Count == 0)
            return;
        var named = row.Select(cell => (Cell: cell, Field: FieldOf(cell, columns))).ToList();
        var entity = named
            .Where(cell => cell.Field == VerificationField.Entity)
            .Select(cell => cell.Cell)
            .FirstOrDefault();
        if (
            builders.Count == 0
            || entity is not null
            || !columns.Exists(column => column.Field == VerificationField.Entity)
        )
            builders.Add(new VerificationBuilder());
        var builder = builders[^1];
        if (entity is not null)
            builder.Entity = new Read<string>(Wording.Join(entity.Text.Split('\n')), entity.At);
        foreach (
            var group in named
                .Where(cell => cell.Field is not null and not VerificationField.Entity)
                .GroupBy(cell => cell.Field!.Value)
        )
        {
            var cells = group.Select(cell => cell.Cell).ToList();
            var joined = string.Join(
                ' ',
                cells.Select(cell =>
                    group.Key == VerificationField.Seats ? cell.Text : Wording.Join(cell.Text.Split('\n'))
                )
            );
            builder.Add(group.Key, CellText(cells[0], joined));
        }
    }

    private static PlanParagraph CellText(Cell cell, string text) =>
        new([new PlanLine(new Line(cell.At.Line, cell.At.Page, cell.At.Text), text, 0, false)], [text]);

    private static VerificationField? FieldOf(Cell cell, List<(VerificationField Field, int From, int To)> columns)
    {
        foreach (var (field, from, to) in columns)
        {
            if (cell.Column >= from && cell.Column < to)
                return field;
        }
        return null;
    }

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
        return [.. filled.Select(builder => builder.Build())];
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

    /// <summary>毎年度９月に外部有識者による効果検証を行い、… 検証後速やかに本市ホームページで公表する。</summary>
    private List<ReadVerification> FromProse()
    {
        var paragraphs = plan.Bodies(PlanPart.Evaluation)
            .Concat(plan.Bodies(PlanPart.AssessmentMethod))
            .Concat(plan.Bodies(PlanPart.AssessmentTime))
            .Concat(plan.Bodies(PlanPart.AssessmentPublication))
            .Concat(plan.Bodies(PlanPart.Assessment))
            .SelectMany(body => body.Paragraphs)
            .Where(paragraph =>
                !paragraph.Squeezed.EndsWith("に同じ。", StringComparison.Ordinal)
                && !paragraph.Squeezed.EndsWith("に同じ", StringComparison.Ordinal)
            )
            .ToList();
        var months = paragraphs
            .Select(paragraph =>
                (Month: VerificationValues.Month(paragraph.Text, isLabelled: false), Paragraph: paragraph)
            )
            .Where(one => one.Month is not null)
            .DistinctBy(one => one.Month)
            .ToList();
        var publications = paragraphs
            .SelectMany(Sentences)
            .Where(one =>
                VerificationValues.IsPublication(Folding.Squeeze(one.Text))
                || one.Text.Length <= 100
                    && one.Text.Contains("公表", StringComparison.Ordinal)
                    && VerificationValues.IsPublication(Folding.Squeeze(Tail(one.Text)))
            )
            .DistinctBy(one => Folding.Squeeze(one.Text))
            .ToList();
        if (months.Count == 0 && publications.Count == 0)
            return [];
        if (months.Count > 1)
            findings.Rivals(Pointer + "/0/month", months.Select(one => one.Paragraph.Text));
        var methods = paragraphs
            .SelectMany(Sentences)
            .Where(one => one.Text.Contains("検証", StringComparison.Ordinal) && !publications.Contains(one))
            .ToList();
        var entity = OnlyAuthor();
        if (entity is null && authors.Count > 1)
            findings.Add("PLAN007", Severity.Note, null, Pointer, authors.Count);
        return
        [
            new ReadVerification
            {
                Entity = entity,
                Month = months.Count == 1 ? new Read<int>(months[0].Month!.Value, months[0].Paragraph.At()) : null,
                Method =
                    methods.Count == 1
                        ? new Read<string>(methods[0].Text, methods[0].Paragraph.At(methods[0].Text))
                        : null,
                Body =
                    methods.Count == 1 && VerificationValues.Body(methods[0].Text) is { } council
                        ? new Read<string>(council, methods[0].Paragraph.At(council))
                        : null,
                Publication =
                    publications.Count == 1
                        ? new Read<string>(publications[0].Text, publications[0].Paragraph.At(publications[0].Text))
                        : null,
            },
        ];
    }

    private static string Tail(string text) => text.Length <= 40 ? text : text[^40..];

    private static IEnumerable<(string Text, PlanParagraph Paragraph)> Sentences(PlanParagraph paragraph) =>
        paragraph
            .Text.Split('。', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(sentence =>
                (
                    VerificationLabels.FindAtStart(sentence) is { } label
                        ? sentence[label.End..].Trim(' ', '\u3000', ':', '：')
                        : sentence,
                    paragraph
                )
            )
            .Where(sentence => sentence.Item1.Length > 0 && !sentence.Item1.Contains('【', StringComparison.Ordinal));
}
