using System.Text;

namespace Shirube.Documents.Formats.Excel;

/// <summary>
/// An Excel number format: what a stored number looks like. Up to four sections, each with its own literals, scale
/// and condition; a section may show ▲ for a minus sign or 千円 for three digits left out.
/// </summary>
internal sealed class NumberFormat
{
    private readonly List<FormatSection> sections;

    private NumberFormat(List<FormatSection> sections) => this.sections = sections;

    public static NumberFormat General { get; } = Parse("General");

    /// <summary>True when numbers under this format are days or times.</summary>
    public bool IsDate => sections[0].IsDate;

    public static NumberFormat Parse(string code)
    {
        var sections = Split(code).Select(FormatSection.Parse).ToList();
        if (sections.Count == 0)
            sections.Add(FormatSection.Parse("General"));
        return new NumberFormat(sections);
    }

    /// <summary>The number as a cell shows it, without the padding that only aligns.</summary>
    public string Show(decimal number, bool from1904 = false)
    {
        var (section, shown) = Choose(number);
        return section.IsDate ? DateText.Show(section, number, from1904) : NumberText.Show(section, shown).Trim();
    }

    /// <summary>A text under the fourth section; unchanged where there is none.</summary>
    public string Show(string text) => sections.Count > 3 ? sections[3].ShowText(text) : text;

    /// <summary>The section for a number, and the number as that section takes it: the second one gets no sign.</summary>
    private (FormatSection Section, decimal Number) Choose(decimal number)
    {
        var numeric = Math.Min(sections.Count, 3);
        if (sections.Take(numeric).Any(section => section.Condition is not null))
        {
            foreach (var section in sections.Take(numeric))
            {
                if (section.Condition is null || section.Condition.Value.Holds(number))
                    return (section, section.Condition?.CoversNegativesOnly == true ? Math.Abs(number) : number);
            }
            return (sections[numeric - 1], number);
        }
        if (number < 0 && numeric > 1)
            return (sections[1], -number);
        return number == 0 && numeric > 2 ? (sections[2], number) : (sections[0], number);
    }

    private static IEnumerable<string> Split(string code)
    {
        var part = new StringBuilder();
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == ';')
            {
                yield return part.ToString();
                part.Clear();
                continue;
            }
            var end = code[i] switch
            {
                '"' => code.IndexOf('"', i + 1),
                '[' => code.IndexOf(']', i + 1),
                '\\' or '_' or '*' => Math.Min(i + 1, code.Length - 1),
                _ => i,
            };
            end = end < 0 ? code.Length - 1 : end;
            part.Append(code, i, end - i + 1);
            i = end;
        }
        yield return part.ToString();
    }
}
