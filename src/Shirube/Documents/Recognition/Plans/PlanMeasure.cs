using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>支援措置: the code of the law's measure, 【A3007】.</summary>
internal static partial class PlanMeasure
{
    private sealed record Found(string Code, PlanPart Scope, PlanLine Line, bool ClosesLine);

    /// <summary>The only code of 5-2, else of 5-3-1, else of the plan.</summary>
    public static Read<string>? Read(PlanText plan, PlanFindings findings)
    {
        var found = FindAll(plan);
        if (found.Count == 0)
            return null;
        var scoped = found.Where(code => code.Scope == PlanPart.SpecialMeasures).ToList();
        if (scoped.Count == 0)
            scoped = found.Where(code => code.Scope == PlanPart.PolicyMeasures).ToList();
        if (scoped.Count == 0 || !plan.IsInOrder)
            scoped = found;
        // A heading ends with its code; prose only mentions others.
        if (Codes(scoped).Count > 1 && plan.IsInOrder && Codes(scoped.Where(code => code.ClosesLine)).Count == 1)
            scoped = [.. scoped.Where(code => code.ClosesLine)];
        if (Codes(scoped) is { Count: > 1 } several)
        {
            findings.Add("PLAN006", Severity.Warning, null, "/supportMeasure", string.Join('、', several));
            return null;
        }
        var first = scoped[0];
        var line = first.Line.Source;
        return new Read<string>(first.Code, new Passage(line.Page, line.Number, line.Number, 0, line.Text));
    }

    private static List<string> Codes(IEnumerable<Found> found) =>
        [.. found.Select(code => code.Code).Distinct().Order(StringComparer.Ordinal)];

    private static List<Found> FindAll(PlanText plan)
    {
        var found = new List<Found>();
        var scope = PlanPart.None;
        var next = 0;
        for (var i = 0; i < plan.Lines.Count; i++)
        {
            if (next < plan.Headings.Count && plan.Headings[next].Index == i)
                scope = plan.Headings[next++].Scope;
            var line = plan.Lines[i];
            if (line.Text.AsSpan().IndexOfAny("AＡBＢ") >= 0)
                found.AddRange(
                    Code()
                        .Matches(line.Squeezed)
                        .Select(match => new Found(
                            match.Groups["code"].Value,
                            scope,
                            line,
                            match.Index + match.Length == line.Squeezed.Length
                        ))
                );
            if (i + 1 < plan.Lines.Count && Broken(line, plan.Lines[i + 1]) is { } broken)
                found.Add(new Found(broken.Code, scope, line, broken.ClosesLine));
        }
        return found;
    }

    private static readonly System.Buffers.SearchValues<char> Brackets = System.Buffers.SearchValues.Create(
        "【《「[(（［〈<"
    );

    /// <summary>A code in brackets that a narrow page broke: …：【Ａ２００ at the end of one line, ７】 on the next.</summary>
    private static (string Code, bool ClosesLine)? Broken(PlanLine line, PlanLine next)
    {
        if (line.IsRow || next.IsRow || line.Text.Length == 0)
            return null;
        var text = line.Text.AsSpan().TrimEnd();
        if (text[^Math.Min(12, text.Length)..].IndexOfAny(Brackets) < 0)
            return null;
        var tail = line.Squeezed.Length > 12 ? line.Squeezed[^12..] : line.Squeezed;
        foreach (Match match in Code().Matches(tail + next.Squeezed))
        {
            var end = match.Index + match.Length;
            if (match.Index < tail.Length && end > tail.Length && match.Groups["code"].Index > match.Index)
                return (match.Groups["code"].Value, end == tail.Length + next.Squeezed.Length);
        }
        return null;
    }

    [GeneratedRegex(
        @"[【(\[<《「](?:支援措置)?(?:番号)?[:]?(?<code>[AB]\d{4})[】)\]>》」]|^(?<code>[AB]\d{4})$|支援措置(?:の番号|番号|コード)[:]?(?<code>[AB]\d{4})(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Code();
}
