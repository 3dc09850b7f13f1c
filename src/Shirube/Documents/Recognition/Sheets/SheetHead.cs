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
        return lines
            .Where(line => !line.IsRunning && line.Text.Length <= 60 && KindWord().IsMatch(line.Plain))
            .Select(line => new Read<string>(
                line.Plain,
                new Passage(
                    line.Page,
                    line.Number,
                    line.Number,
                    line.Text.IndexOf(line.Plain, StringComparison.Ordinal),
                    line.Plain
                )
            ))
            .FirstOrDefault();
    }

    /// <summary>The government that a label names (団体名：…), else the one that opens the title.</summary>
    public static Read<string>? Government(Read<string>? title, IReadOnlyList<Line> lines)
    {
        foreach (var line in lines.Where(line => !line.IsRunning))
        {
            if (GovernmentLabel().Match(line.Text) is not { Success: true } match)
                continue;
            var name = match.Groups["name"];
            if (GovernmentDirectory.IsName(name.Value))
                return new Read<string>(
                    name.Value,
                    new Passage(line.Page, line.Number, line.Number, name.Index, name.Value)
                );
        }
        return Government(title) ?? Alone(lines);
    }

    /// <summary>A line near the top that is a government's name and nothing else, or a heading that ends in （名）.</summary>
    private static Read<string>? Alone(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines.Where(line => line.Text.Length is > 1 and <= 80).Take(8))
        {
            var match = AloneOrLast().Match(line.Text);
            var name = match.Groups["name"];
            if (match.Success && GovernmentDirectory.IsName(name.Value))
                return new Read<string>(
                    name.Value,
                    new Passage(line.Page, line.Number, line.Number, name.Index, name.Value)
                );
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
        @"^[^\p{L}]*(?:地域再生)?計画(?:[（(][^（）()]{1,8}[）)])?の?(?:名称?|名)\s*[：:\t]\s*(?<name>[^\s：:][^\t]*?)\s*(?:\t.*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PlanName();

    [GeneratedRegex(
        @"^[^。、\t]{0,40}(?:効果検証|事業評価|事後評価|検証シート|検証結果|評価シート|施策体系|基本計画|総合戦略|実績報告)[^。\t]{0,20}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex KindWord();

    [GeneratedRegex(
        @"^(?:\s*|[^。（）()]{4,60}[（(])(?<name>[^\s（）()]{2,12}[都道府県市区町村])(?:[）)])?\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AloneOrLast();

    [GeneratedRegex(
        @"^[^\p{L}]{0,4}(?:団体名|自治体名|市区?町村名|都道府県名|地方公共団体の?名称?|作成主体の?名?称?)\s*[：:\t]\s*(?<name>[^\s\t]{2,12}?)\s*(?:\t.*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex GovernmentLabel();
}
