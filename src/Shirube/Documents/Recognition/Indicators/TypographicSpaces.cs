using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Word processors set a sliver of space between Japanese and Latin letters, which text taken out of their PDFs shows as
/// a space that nobody wrote (地域への UIJ ターン). Where a document has it at nearly every such boundary, names and units
/// are given without it; the space behind a phrase of several Latin words stays.
/// </summary>
internal static partial class TypographicSpaces
{
    private const int FewestBoundaries = 4;

    /// <summary>Text with form feeds was taken out of a print.</summary>
    private const int FewestInPrint = 2;

    public static IndicatorProposal Drop(IndicatorProposal proposal, SourceDocument document)
    {
        if (!proposal.Indicators.Any(IsTouched) || !AreEverywhere(document))
            return proposal;
        return proposal with
        {
            Indicators =
            [
                .. proposal.Indicators.Select(indicator =>
                    indicator with
                    {
                        Name = Dropped(indicator.Name),
                        Unit = Dropped(indicator.Unit),
                    }
                ),
            ],
        };
    }

    private static bool IsTouched(ReadIndicator indicator) =>
        (indicator.Name is { } name && Spaced().IsMatch(name.Value))
        || (indicator.Unit is { } unit && Spaced().IsMatch(unit.Value));

    private static bool AreEverywhere(SourceDocument document)
    {
        int spaced = 0,
            close = 0;
        foreach (var line in document.Lines)
        {
            spaced += Spaced().Count(line.Text);
            close += Close().Count(line.Text);
        }
        return spaced >= (document.PageCount > 1 ? FewestInPrint : FewestBoundaries) && close * 10 <= spaced;
    }

    private static Read<string>? Dropped(Read<string>? read)
    {
        if (read is null)
            return null;
        var text = Spaced().Replace(read.Value, match => IsBehindPhrase(read.Value, match.Index) ? " " : "");
        if (text == read.Value)
            return read;
        var certainty =
            read.Evidence.Certainty < Certainty.PlaceInferred ? Certainty.PlaceInferred : read.Evidence.Certainty;
        return new Read<string>(text, read.Evidence with { Certainty = certainty });
    }

    private static bool IsBehindPhrase(string text, int space) => Phrase().IsMatch(text.AsSpan(0, space));

    private const string Japanese = @"[\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FFF々]";

    [GeneratedRegex($"(?<={Japanese}) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?={Japanese})", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();

    [GeneratedRegex($"(?<={Japanese})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?={Japanese})", RegexOptions.CultureInvariant)]
    private static partial Regex Close();

    [GeneratedRegex("[A-Za-z]+ [A-Za-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
