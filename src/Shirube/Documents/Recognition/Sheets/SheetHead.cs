using System.Text.RegularExpressions;
using Shirube.Governments;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>Title and governments: what stands over a sheet or an outline.</summary>
internal static partial class SheetHead
{
    /// <summary>地域再生計画（事業）名： X, else the first short line that names the kind of document.</summary>
    public static Read<string>? Title(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines.Where(line => !line.IsRunning))
        {
            if (PlanName().Match(line.Text) is { Success: true } match)
            {
                var name = match.Groups["name"];
                return new Read<string>(
                    name.Value.Trim(),
                    new Passage(line.Page, line.Number, line.Number, name.Index, name.Value)
                );
            }
        }
        return null;
    }

    /// <summary>The government whose name opens a text (群馬県… , 群馬県桐生市…), as written; the longest that fits.</summary>
    public static Read<string>? Government(Read<string>? title)
    {
        if (title is null)
            return null;
        var text = title.Value;
        for (var length = Math.Min(12, text.Length); length >= 2; length--)
        {
            if (!IsLastLetter(text[length - 1]) || !GovernmentDirectory.IsName(text[..length]))
                continue;
            var at = title.Evidence.At;
            return new Read<string>(text[..length], at with { EndLine = at.Line, Text = text[..length] });
        }
        return null;
    }

    private static bool IsLastLetter(char letter) =>
        letter is '都' or '道' or '府' or '県' or '市' or '区' or '町' or '村';

    [GeneratedRegex(
        @"^[^\p{L}]*(?:地域再生)?計画(?:[（(][^（）()]{1,8}[）)])?の?(?:名称?|名)\s*[：:\t]\s*(?<name>\S.*?)\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PlanName();
}
