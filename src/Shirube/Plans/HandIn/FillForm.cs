using Shirube.Documents;
using Shirube.Documents.Forms;
using Shirube.Faults;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>One place of a form and what will stand there.</summary>
public sealed record FilledPlace(string Name, string Where, string Before, string Text);

/// <summary>
/// 様式への記入: what was found in the ministry's empty file, before anything is filled; and the file with it filled,
/// everything else as it came, byte for byte.
/// </summary>
public sealed record FormFilling
{
    public IReadOnlyList<FilledPlace> Places { get; init; } = [];

    /// <summary>What the plan holds and for which the file has no place.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What the form only repeats or prints by itself, with its words; the file has no place for it.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>Fields for which the file has several places, so that none was filled.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>Fields whose place was found, and which the plan leaves blank.</summary>
    public IReadOnlyList<string> Blank { get; init; } = [];

    /// <summary>Why nothing is filled; null when it is.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The filled file; null with a <see cref="Fault"/>.</summary>
    public byte[]? Content { get; init; }

    /// <summary>Of what was taken out; null while nothing is.</summary>
    public HandInState? State { get; init; }
}

/// <summary>Fills the ministry's own empty Word or Excel file with a plan.</summary>
public static class FillForm
{
    /// <summary>A file with fewer places than these is not the form that was meant.</summary>
    private const int LeastPlaces = 3;

    /// <exception cref="DocumentRefusedException">Damaged, protected, or not safe to open.</exception>
    public static FormFilling Into(PlanContent content, string fileName, byte[] file)
    {
        var (format, fault) = FormGuard.Admit(fileName, file);
        if (fault is not null)
            return new FormFilling { Fault = fault };
        try
        {
            return Into(content, fileName, FormFile.Open(fileName, format, file));
        }
        catch (FormSizeException)
        {
            return new FormFilling { Fault = new Fault(null, "FORM014", null, fileName) };
        }
    }

    private static FormFilling Into(PlanContent content, string fileName, FormFile form)
    {
        var found = Find(content, form);
        var filling = new FormFilling
        {
            Places =
            [
                .. found
                    .Matches.OrderBy(match => match.Place.Id)
                    .Select(match => new FilledPlace(
                        match.Name,
                        match.Place.Where,
                        match.Place.Text,
                        match.Value.Text
                    )),
            ],
            Missing = found.Missing,
            Repeated = found.Repeated,
            Unsure = found.Unsure,
            Blank = found.Blank,
        };
        if (found.Matches.Count + found.Blank.Count < LeastPlaces)
            return filling with { Fault = new Fault(null, "FORM005", null, fileName, LookedFor(content)) };
        if (found.Matches.Count == 0)
            return filling with { Fault = new Fault(null, "FORM006", null, fileName) };
        try
        {
            var values = found.Matches.ToDictionary(match => match.Place.Id, match => match.Value);
            return filling with { Content = form.Fill(values) };
        }
        catch (InvalidDataException)
        {
            return filling with { Fault = new Fault(null, "FORM007", null, fileName) };
        }
    }

    private static FoundPlaces Find(PlanContent content, FormFile form)
    {
        var found = new FoundPlaces();
        new IndicatorPlaces(form, found, content).Find();
        var isTable = new ReviewPlaces(form, found, content).Find();
        var fields = FormField
            .Of(content)
            .Where(field => !isTable || !field.Key.StartsWith(PlanOutline.Review + "-", StringComparison.Ordinal));
        new LabelledPlaces(form, found, [.. fields]).Find();
        found.Missing.AddRange(WithoutPlaces(content, isTable));
        return found;
    }

    /// <summary>Sections that are written and that no form has places for, as far as is known.</summary>
    private static IEnumerable<string> WithoutPlaces(PlanContent content, bool isReviewTable) =>
        content
            .Outline.Where(section =>
                content.Holds(section)
                && section.Kind switch
                {
                    SectionKind.PolicyTree or SectionKind.Schedule or SectionKind.Funding => true,
                    // Of several authors only a table tells whose answer stands where.
                    SectionKind.Review => !isReviewTable && content.Authors.Count > 1,
                    _ => false,
                }
            )
            .Select(section => OutlineText.Of(content.Form, section, OutlineText.Japanese));

    private static string LookedFor(PlanContent content) =>
        string.Join('、', FormField.Of(content).Select(field => field.Name).Take(8).Append("KPI①"));
}
