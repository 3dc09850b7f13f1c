using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>The names at the head of a plan: its own, its authors', its area and its project's.</summary>
internal sealed record PlanNames(
    Read<string>? Title,
    IReadOnlyList<Read<string>> Authors,
    Read<string>? Area,
    Read<string>? ProjectName
)
{
    /// <summary>The lines from which a value was taken that stands away from its heading.</summary>
    public IReadOnlySet<int> Displaced { get; init; } = new HashSet<int>();
}

/// <summary>
/// Reads the names behind their headings. Where a heading has nothing behind it, because a converter printed the
/// values elsewhere, a value is taken by its shape if only one text of the whole plan has it.
/// </summary>
internal sealed class PlanNameReader(PlanText plan, PlanFindings findings)
{
    private readonly HashSet<int> displaced = [];

    public PlanNames Read()
    {
        var authors = Authors();
        var area = Area();
        var project = Project();
        var title = Title(project);
        if (project is null && title is not null && Refers(PlanPart.ProjectName, "1"))
            project = Derived(title, "same-as", "/title", PlanPart.ProjectName);
        project ??= ProjectByTitle(title);
        return new PlanNames(title, authors, area, project) { Displaced = displaced };
    }

    private List<Read<string>> Authors()
    {
        var bodies = plan.Bodies(PlanPart.Authors).Where(body => body.Paragraphs.Count > 0).ToList();
        var lists = bodies.Select(AuthorsOf).Where(list => list is not null).Distinct(SameNames.Instance).ToList();
        if (plan.IsInOrder && lists.Count == 1)
            return lists[0]!;
        if (plan.IsInOrder && lists.Count > 1)
        {
            findings.Rivals("/entities", lists.Select(list => string.Join('、', list!.Select(name => name.Value))));
            return [];
        }
        return AuthorsByShape(bodies);
    }

    private static List<Read<string>>? AuthorsOf(PlanBody body)
    {
        var found = new List<Read<string>>();
        foreach (var paragraph in body.Paragraphs)
        {
            if (IsHeaderRow(paragraph))
                continue;
            if (GovernmentNames.Read(paragraph) is { } names)
                found.AddRange(names.Select(name => new Read<string>(name, paragraph.At(name), body.Certainty)));
            else if (InColumns(body, paragraph) is { } name)
                found.Add(new Read<string>(name, paragraph.At(paragraph.Text)));
            else if (!PlanShapes.IsArea(paragraph.Squeezed))
                return null;
        }
        return found.Count > 0 ? found : null;
    }

    /// <summary>A row of 都道府県名 | 市町村名 names one government.</summary>
    private static string? InColumns(PlanBody body, PlanParagraph row)
    {
        if (!row.IsRow || !body.Paragraphs.Any(IsHeaderRow))
            return null;
        var cells = row.Text.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = string.Concat(cells.Where(cell => !cell.All(char.IsAsciiDigit)));
        return GovernmentNames.IsKnown(name) ? name : null;
    }

    private static bool IsHeaderRow(PlanParagraph paragraph) =>
        paragraph.IsRow
        && paragraph.Text.Contains('名', StringComparison.Ordinal)
        && (
            paragraph.Squeezed.Contains("市町村名", StringComparison.Ordinal)
            || paragraph.Squeezed.Contains("市区町村名", StringComparison.Ordinal)
            || paragraph.Squeezed.Contains("公共団体名", StringComparison.Ordinal)
        );

    private List<Read<string>> AuthorsByShape(List<PlanBody> bodies)
    {
        var lists = plan
            .Paragraphs.Where(paragraph => !paragraph.IsRow && paragraph.Squeezed.Length <= 400)
            .Select(paragraph => (Paragraph: paragraph, Names: GovernmentNames.Read(paragraph)))
            .Where(list => list.Names is not null && list.Names.All(GovernmentNames.IsKnown))
            .DistinctBy(list => string.Join('、', list.Names!.Select(Folding.Squeeze)), StringComparer.Ordinal)
            .ToList();
        var largest = lists
            .Where(list => lists.All(other => other.Names!.All(name => list.Names!.Any(mine => Same(mine, name)))))
            .ToList();
        if (largest.Count == 1)
        {
            var (paragraph, names) = largest[0];
            Displace(paragraph);
            return [.. names!.Select(name => new Read<string>(name, paragraph.At(name), Certainty.PlaceInferred))];
        }
        if (lists.Count > 1)
            findings.Rivals("/entities", lists.Select(list => list.Paragraph.Text));
        else if (bodies.Count > 0)
            findings.Unexpected("/entities", bodies[0].Paragraphs[0]);
        return [];
    }

    private Read<string>? Area()
    {
        var bodies = plan.Bodies(PlanPart.Area).Where(body => body.Paragraphs.Count > 0).ToList();
        var found = bodies
            .Select(AreaOf)
            .OfType<Read<string>>()
            .DistinctBy(area => Folding.Squeeze(area.Value))
            .ToList();
        if (plan.IsInOrder && found.Count == 1)
            return found[0];
        if (plan.IsInOrder && found.Count > 1)
            return findings.Rivals<string>("/area", found.Select(area => area.Value));
        var shaped = plan
            .Paragraphs.Where(paragraph => !paragraph.IsRow && paragraph.Squeezed.Length <= 60)
            .Where(paragraph =>
                paragraph.Squeezed.Contains("全域", StringComparison.Ordinal)
                || paragraph.Squeezed.EndsWith("区域の一部", StringComparison.Ordinal)
            )
            .Where(paragraph => PlanShapes.IsAreaAlone(paragraph.Squeezed))
            .DistinctBy(paragraph => paragraph.Squeezed, StringComparer.Ordinal)
            .ToList();
        if (shaped.Count == 1)
        {
            Displace(shaped[0]);
            return new Read<string>(shaped[0].Text, shaped[0].At(), Certainty.PlaceInferred);
        }
        if (shaped.Count > 1)
            return findings.Rivals<string>("/area", shaped.Select(paragraph => paragraph.Text));
        return bodies.Count > 0 ? findings.Unexpected<string>("/area", bodies[0].Paragraphs[0]) : null;
    }

    /// <summary>The area behind its heading; the items of a list are joined with 、.</summary>
    private Read<string>? AreaOf(PlanBody body)
    {
        var parts = new List<PlanParagraph>();
        foreach (var paragraph in body.Paragraphs)
        {
            if (PlanShapes.IsArea(paragraph.Squeezed) || (parts.Count == 0 && IsPlaces(paragraph)))
                parts.Add(paragraph);
            else if (parts.Count > 0 && !IsPlaces(paragraph))
                break;
            else if (parts.Count > 0)
                parts.Add(paragraph);
            else if (!PlanShapes.CanBeName(paragraph.Squeezed))
                return null;
        }
        // A list of names alone is an area only where nothing says otherwise: the authors' list looks the same.
        if (
            parts.Count == 0
            || (
                !parts.Any(part => PlanShapes.IsArea(part.Squeezed))
                && (parts.Count != body.Paragraphs.Count || !HasAuthors())
            )
        )
            return null;
        if (parts.Count > 1 && parts.Any(part => PlanShapes.IsArea(part.Squeezed)))
            parts.RemoveAll(part => !PlanShapes.IsArea(part.Squeezed));
        var lines = parts.SelectMany(part => IsList(part) ? part.Parts : [part.Text]).Select(Bare).ToList();
        var text = lines.Count == 1 ? lines[0] : string.Join('、', lines.Select(line => line.TrimEnd('、', ',', '，')));
        var at =
            parts.Count == 1 ? parts[0].At(text) : parts[0].At() with { EndLine = parts[^1].Lines[^1].Source.Number };
        return new Read<string>(text, at, body.Certainty);
    }

    private bool HasAuthors() => plan.Bodies(PlanPart.Authors).Any(body => AuthorsOf(body) is not null);

    private static bool IsPlaces(PlanParagraph paragraph) => GovernmentNames.Read(paragraph) is not null;

    private static bool IsList(PlanParagraph paragraph) =>
        paragraph.Parts.Count > 1 && paragraph.Parts.All(part => PlanShapes.IsArea(Folding.Squeeze(part)));

    private static string Bare(string text) =>
        text.Replace('\t', ' ').Trim().TrimStart('・', '･', '○', '●').TrimEnd('。').Trim();

    private Read<string>? Title(Read<string>? project)
    {
        var found = Named(PlanPart.Name, out var rejected);
        if (found.Count > 1)
            return findings.Rivals<string>("/title", found.Select(name => name.Value));
        if (found.Count == 1)
        {
            if (plan.IsInOrder || StandsElsewhere(found[0]))
                return found[0];
            return findings.OutOfOrder<string>("/title", found[0]);
        }
        if (TitleByShape(project) is { } title)
            return title;
        return rejected is not null ? findings.Unexpected<string>("/title", rejected) : null;
    }

    private Read<string>? Project()
    {
        var found = Named(PlanPart.ProjectName, out _);
        if (found.Count > 1)
            return findings.Rivals<string>("/projectName", found.Select(name => name.Value));
        if (found.Count == 0 || plan.IsInOrder || StandsElsewhere(found[0]))
            return found.Count == 0 ? null : found[0];
        return findings.OutOfOrder<string>("/projectName", found[0]);
    }

    /// <summary>The different names that stand behind the headings of one part.</summary>
    private List<Read<string>> Named(PlanPart part, out PlanParagraph? rejected)
    {
        rejected = null;
        var found = new List<Read<string>>();
        foreach (var body in plan.Bodies(part))
        {
            var names = body.Paragraphs.Where(IsName).ToList();
            if (names.Count == 1 && (body.Paragraphs.Count <= 3 || names[0] == body.Paragraphs[0]))
                found.Add(new Read<string>(names[0].Text, names[0].At(), body.Certainty));
            else if (body.Paragraphs.Count > 0)
                rejected = body.Paragraphs[0];
        }
        return [.. found.DistinctBy(name => Folding.Squeeze(name.Value), StringComparer.Ordinal)];
    }

    private static bool IsName(PlanParagraph paragraph) =>
        !paragraph.Text.Contains('\t', StringComparison.Ordinal)
        && PlanShapes.CanBeName(paragraph.Squeezed)
        && !paragraph.Parts.Skip(1).Any(PlanShapes.IsListItem)
        && GovernmentNames.Read(paragraph) is null;

    private bool StandsElsewhere(Read<string> name)
    {
        var folded = Folding.Squeeze(name.Value);
        return PlanShapes.IsNameOfPlan(folded) && plan.Paragraphs.Count(paragraph => paragraph.Squeezed == folded) >= 2;
    }

    /// <summary>The one text that reads like a plan's name and stands alone in two places, or next to authors and area.</summary>
    private Read<string>? TitleByShape(Read<string>? project)
    {
        var named = plan
            .Paragraphs.Where(paragraph =>
                paragraph.Squeezed.Length <= 80 && IsName(paragraph) && PlanShapes.IsNameOfPlan(paragraph.Squeezed)
            )
            .ToList();
        var twice = named
            .GroupBy(paragraph => paragraph.Squeezed, StringComparer.Ordinal)
            .Where(group => group.Count() >= 2)
            .ToList();
        if (twice.Count > 1)
            return findings.Rivals<string>("/title", twice.Select(group => group.First().Text));
        var candidate =
            twice.Count == 1 ? twice[0].First()
            : plan.IsInOrder ? named.Find(IsBesideAuthorsAndArea)
            : null;
        if (
            candidate is null
            || (project is not null && twice.Count == 1 && Folding.Squeeze(project.Value) != candidate.Squeezed)
        )
            return null;
        Displace(candidate);
        return new Read<string>(candidate.Text, candidate.At(), Certainty.PlaceInferred);
    }

    private bool IsBesideAuthorsAndArea(PlanParagraph paragraph)
    {
        var at = plan.Paragraphs.IndexOf(paragraph);
        var near = plan.Paragraphs.Skip(Math.Max(0, at - 2)).Take(5).ToList();
        return near.Any(other => other != paragraph && PlanShapes.IsArea(other.Squeezed))
            && near.Any(other => other != paragraph && GovernmentNames.Read(other) is not null);
    }

    /// <summary>The project bears the plan's name where the same words stand alone within the project's own section.</summary>
    private Read<string>? ProjectByTitle(Read<string>? title)
    {
        if (title is null || !plan.IsInOrder)
            return null;
        var folded = Folding.Squeeze(title.Value);
        var again = plan.Bodies(PlanPart.ProjectName)
            .Concat(plan.Bodies(PlanPart.ProjectContent))
            .SelectMany(body => body.Paragraphs)
            .FirstOrDefault(paragraph => paragraph.Squeezed == folded);
        if (again is null || plan.Bodies(PlanPart.ProjectName).Count != 1)
            return null;
        Displace(again);
        return new Read<string>(again.Text, again.At(), Certainty.PlaceInferred);
    }

    private bool Refers(PlanPart part, string chapter) =>
        plan.Bodies(part)
            .Any(body => body.Paragraphs.Count > 0 && PlanShapes.Reference(body.Paragraphs[0].Squeezed) == chapter);

    private Read<string> Derived(Read<string> value, string rule, string from, PlanPart part)
    {
        var at = plan.Bodies(part).First(body => body.Paragraphs.Count > 0).Paragraphs[0].At();
        return new Read<string>(value.Value, new Evidence(at, Certainty.Derived) { Rule = rule, From = [from] });
    }

    private void Displace(PlanParagraph paragraph) =>
        displaced.UnionWith(paragraph.Lines.Select(line => line.Source.Number));

    private static bool Same(string one, string other) => Folding.Squeeze(one) == Folding.Squeeze(other);

    private sealed class SameNames : IEqualityComparer<List<Read<string>>?>
    {
        public static readonly SameNames Instance = new();

        public bool Equals(List<Read<string>>? x, List<Read<string>>? y) => Key(x) == Key(y);

        public int GetHashCode(List<Read<string>>? names) => Key(names).GetHashCode(StringComparison.Ordinal);

        private static string Key(List<Read<string>>? names) =>
            names is null ? "" : string.Join('、', names.Select(name => Folding.Squeeze(name.Value)));
    }
}
