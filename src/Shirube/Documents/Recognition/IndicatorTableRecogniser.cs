using Shirube.Documents.Recognition.Indicators;
using Shirube.Documents.Recognition.Indicators.Listed;
using Shirube.Governments;

namespace Shirube.Documents.Recognition;

/// <summary>A strategy's table of KPIs without a plan around it.</summary>
internal static class IndicatorTableRecogniser
{
    /// <summary>A title stands at the top; further down, lines of its shape are headings of chapters.</summary>
    private const int LinesOfTitle = 12;

    public static Reading Recognise(SourceDocument document)
    {
        var indicators = PlanIndicators.Recognise(document);
        return new Reading
        {
            Kind = ReadingKind.IndicatorTable,
            Title = Title(document),
            Entities = Entities(document),
            Indicators = indicators.Indicators,
            Findings = indicators.Findings,
        };
    }

    /// <summary>The first line that is neither part of a table nor only words of headings.</summary>
    private static Read<string>? Title(SourceDocument document)
    {
        var first = document.Tables.Count == 0 ? int.MaxValue : document.Tables.Min(table => table.FirstLine);
        foreach (var line in document.Lines.Take(LinesOfTitle))
        {
            var plain = line.Plain;
            if (line.Number >= first)
                break;
            if (plain.Length is < 4 or > 60 || line.IsRunning || plain.Contains('。', StringComparison.Ordinal))
                continue;
            var key = CellText.Key(plain);
            if (
                HeadVocabulary.Parse(key) is null
                && FigureCell.Parse(key) is null
                && ListedLine.Parse(line) is not { Figures.Count: > 0 }
                && !GovernmentDirectory.IsName(plain)
            )
                return new Read<string>(plain, new Passage(line.Page, line.Number, line.Number, -1, plain));
        }
        return null;
    }

    /// <summary>The government that signs at the top, alone in its line, or with whose name the title begins.</summary>
    private static Read<string>[] Entities(SourceDocument document)
    {
        foreach (var line in document.Lines.Take(LinesOfTitle))
        {
            var plain = line.Plain.Trim();
            if (Government(plain) is { } name)
                return [new Read<string>(name, new Passage(line.Page, line.Number, line.Number, -1, plain))];
        }
        return [];
    }

    private static string? Government(string line)
    {
        if (line.Length is < 2 or > 60)
            return null;
        if (line.Length <= 20 && GovernmentDirectory.IsName(line))
            return line;
        // 「市」 may end the name or stand inside it (四日市市): the longest name that the title begins with is meant.
        for (var length = Math.Min(line.Length - 1, 12); length >= 3; length--)
        {
            if (
                line[length - 1] is '県' or '都' or '府' or '道' or '市' or '区' or '町' or '村'
                && GovernmentDirectory.IsName(line[..length])
            )
                return line[..length];
        }
        return null;
    }
}
