using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Shirube.Documents.Formats.Html;

/// <summary>What the elements of HTML do to the text that stands in them.</summary>
internal static partial class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
            + "h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p section summary ul tr td th caption"
    );

    private static readonly FrozenSet<string> Silent = Names(
        "script style template noscript head title svg math iframe object video audio canvas select datalist textarea "
            + "rt rp"
    );

    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Scripts, styles, readings over characters, and what holds no text of the page.</summary>
    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    public static bool IsDeleted(IElement element) => element.LocalName == "del";

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && Unseen().IsMatch(style));

    public static int HeadingLevel(string name) => name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;

    /// <summary>The number that a browser puts before an item of an ordered list; empty for other lists.</summary>
    public static string ItemNumber(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
            return "";
        if (Number(item.GetAttribute("value")) is { } own)
            return OrdinalOf(list, own);
        var number = Number(list.GetAttribute("start")) ?? 1;
        for (var before = item.PreviousElementSibling; before is not null; before = before.PreviousElementSibling)
        {
            if (before.LocalName != "li")
                continue;
            if (Number(before.GetAttribute("value")) is { } stated)
                return OrdinalOf(list, number + stated - (Number(list.GetAttribute("start")) ?? 1) + 1);
            number++;
        }
        return OrdinalOf(list, number);
    }

    /// <summary>A span attribute, 1 where there is none.</summary>
    public static int Span(IElement cell, string name) => Number(cell.GetAttribute(name)) ?? 1;

    private static string OrdinalOf(IElement list, int number) =>
        list.GetAttribute("type") switch
        {
            "a" => Ordinal.Letters(number, 'a') + ". ",
            "A" => Ordinal.Letters(number, 'A') + ". ",
            "i" => Ordinal.Roman(number).ToLowerInvariant() + ". ",
            "I" => Ordinal.Roman(number) + ". ",
            _ => number.ToString(CultureInfo.InvariantCulture) + ". ",
        };

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static int? Number(string? text) =>
        int.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    [GeneratedRegex(
        @"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Unseen();
}
