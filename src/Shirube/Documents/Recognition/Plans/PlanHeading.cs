namespace Shirube.Documents.Recognition.Plans;

internal enum HeadingKind
{
    /// <summary>Worded as the statutory form words it.</summary>
    Statutory,

    /// <summary>Other words behind a number that follows from the heading before, or a heading that the format marks.</summary>
    Own,

    /// <summary>【…】 or ○ … alone on its line.</summary>
    Bracketed,
}

/// <summary>A heading of a plan.</summary>
/// <param name="Index">Of its line among the plan's lines.</param>
/// <param name="Scope">The section of chapter 5 in which it stands, or None.</param>
/// <param name="Rest">What follows the heading on its own line, as written; empty when nothing does.</param>
internal sealed record PlanHeading(
    HeadingKind Kind,
    PlanPart Part,
    SectionNumber Printed,
    string? Number,
    string Title,
    string Rest,
    int Index,
    PlanPart Scope
)
{
    /// <summary>Fields of one project, which only chapter 5 gives a place.</summary>
    public bool IsOfProject => Part is >= PlanPart.ProjectBody and <= PlanPart.OtherMatters;
}

/// <summary>Recognises headings line by line, knowing where in the form the lines before stood.</summary>
/// <param name="marked">
/// Parts whose headings the format marks; null where it marks none. A line without the mark is then none of them, and
/// no heading of other words.
/// </param>
/// <param name="marksBrackets">Bracketed headings are marked, too: a bracketed line without the mark is text.</param>
internal sealed class HeadingReader(IReadOnlySet<PlanPart>? marked = null, bool marksBrackets = false)
{
    private PlanPart scope = PlanPart.None;
    private string chapter = "";
    private readonly ItemNumbering items = new();

    public PlanHeading? Read(PlanLine line, int index)
    {
        if (line.Text.Length > 2000 || IsContents(line.Text))
            return null;
        var printed = SectionNumber.Read(line.Text, out var start);
        var heading =
            Statutory(line, index, printed, start)
            ?? Bracketed(line, index, printed)
            ?? (marked is null || line.Level > 0 ? Own(line, index, printed, start) : null)
            ?? (marked is null || line.Level > 0 ? Next(line, index, printed, start) : null);
        if (heading is { Kind: not HeadingKind.Bracketed })
            items.Enter(printed);
        return heading;
    }

    private PlanHeading? Statutory(PlanLine line, int index, SectionNumber printed, int start)
    {
        var text = line.Text;
        var from = printed.Form switch
        {
            NumberForm.None => SkipLostNumber(text, start),
            NumberForm.Chapter or NumberForm.Circled => SkipMarks(text, start),
            _ => start,
        };
        if (PlanVocabulary.Find(text, from) is not { } found || EndOfTitle(text, found.End, printed) is not { } end)
            return null;
        if (IsReference(text, end) || (line.Level == 0 && marked?.Contains(found.Part) == true))
            return null;
        var title = text[from..end].Trim().TrimEnd('】', '」', '》', '>', ']', ':', '：');
        var rest = text[end..].TrimStart('\t', ' ', '\u3000', ':', '：', '】', '」', ')', '）', '〕', '］').TrimEnd();
        var heading = new PlanHeading(HeadingKind.Statutory, found.Part, printed, null, title, rest, index, scope);
        if (heading.IsOfProject && printed.Form is NumberForm.Kana or NumberForm.Bracketed && IsOther(scope))
            return null;
        Enter(found.Part, printed, found.Number);
        var number = NumberOf(printed, found.Number);
        // 5-2 got lost on the way: a field of the project under 5-1 has no number that is certain.
        if (
            heading.IsOfProject
            && printed.Form == NumberForm.Circled
            && number?.StartsWith("5-1", StringComparison.Ordinal) == true
        )
            number = null;
        return heading with { Number = number, Scope = scope };
    }

    private PlanHeading? Bracketed(PlanLine line, int index, SectionNumber printed)
    {
        var text = line.Text.Trim();
        if (line.IsRow || text.Length is < 3 or > 60 || printed.Form != NumberForm.None)
            return null;
        if (marksBrackets && line.Level == 0)
            return null;
        var isBracketed = text[0] is '【' && text.IndexOf('】') == text.Length - 1;
        var isRound = text[0] is '○' or '◯' or '〇' && text[1] is ' ' or '\u3000' && text[^1] != '。';
        if (!isBracketed && !isRound)
            return null;
        if (isBracketed && VerificationLabels.IsLabel(text))
            return null;
        return new PlanHeading(HeadingKind.Bracketed, PlanPart.None, printed, null, text, "", index, scope);
    }

    /// <summary>Other headings: marked by the format, or numbered 4-3 where 4-2 or 4 stands before.</summary>
    private PlanHeading? Own(PlanLine line, int index, SectionNumber printed, int start)
    {
        if (line.IsRow || line.Text.Length > 80)
            return null;
        var title = line.Text[(printed.Form == NumberForm.Chapter ? SkipBullets(line.Text, start) : start)..].Trim();
        var isMarked = line.Level > 0;
        if (!isMarked && !(printed.Form == NumberForm.Chapter && Follows(printed.Text) && IsTitle(title)))
            return null;
        if (title.Length == 0 || VerificationLabels.IsLabel(title))
            return null;
        if (printed.Form == NumberForm.Chapter)
        {
            chapter = printed.Text;
            items.Restart();
        }
        var number = printed.Form is NumberForm.Chapter or NumberForm.Circled ? NumberOf(printed, null) : null;
        return new PlanHeading(HeadingKind.Own, PlanPart.None, printed, number, title, "", index, scope);
    }

    /// <summary>⑦ behind the section ⑥, in words that the form does not use.</summary>
    private PlanHeading? Next(PlanLine line, int index, SectionNumber printed, int start)
    {
        if (!items.Continues(printed))
            return null;
        var words = line.Text[start..];
        var stop = words.IndexOfAny(['\t', ':', '：']);
        var title = (stop < 0 ? words : words[..stop]).Trim();
        if (title.Length is < 2 or > 60 || title.Contains('。', StringComparison.Ordinal) || IsReference(title, 0))
            return null;
        var rest = stop < 0 ? "" : words[(stop + 1)..].Trim();
        var part = PlanVocabulary.Guess(title);
        return new PlanHeading(HeadingKind.Own, part, printed, NumberOf(printed, null), title, rest, index, scope);
    }

    private void Enter(PlanPart part, SectionNumber printed, string? statutory)
    {
        if (
            part
            is PlanPart.SpecialMeasures
                or PlanPart.OtherProjects
                or PlanPart.PolicyMeasures
                or PlanPart.OwnProjects
        )
            scope = part;
        else if (part is < PlanPart.SpecialMeasures or > PlanPart.OwnProjects)
            scope = PlanPart.None;
        if (printed.Form == NumberForm.Chapter || statutory is not null)
            items.Restart();
        if (printed.Form == NumberForm.Chapter)
            chapter = printed.Text;
        else if (statutory is not null)
            chapter = statutory;
    }

    private string? NumberOf(SectionNumber printed, string? statutory) =>
        printed.Form switch
        {
            NumberForm.Chapter => printed.Text,
            NumberForm.Circled => chapter.Length == 0 ? null : chapter + printed.Text,
            NumberForm.None => statutory,
            _ => null,
        };

    private bool Follows(string number)
    {
        var cut = number.LastIndexOf('-');
        if (cut < 0 || chapter.Length == 0)
            return false;
        var parent = number[..cut];
        var nth = number[(cut + 1)..];
        if (parent == chapter)
            return nth == "1";
        return chapter.StartsWith(parent + "-", StringComparison.Ordinal)
            && int.TryParse(chapter[(parent.Length + 1)..].Split('-')[0], out var before)
            && int.TryParse(nth, out var now)
            && now == before + 1;
    }

    private static bool IsTitle(string title) =>
        title.Length is > 1 and <= 40
        && title.IndexOfAny(['。', '、']) < 0
        && title[0] is not ('の' or 'に' or 'を' or 'は' or 'が' or 'で' or 'と' or '及');

    private static bool IsOther(PlanPart scope) =>
        scope is PlanPart.OtherProjects or PlanPart.PolicyMeasures or PlanPart.OwnProjects;

    private static int SkipBullets(string text, int at) =>
        at < text.Length && "〇○◯●■□◆◇◎・･".Contains(text[at]) ? Wording.SkipSpace(text, at + 1) : at;

    /// <summary>Signs between a number and its words: 5-2　〇　第5章…, ５－２（第５章…）.</summary>
    internal static int SkipMarks(string text, int at)
    {
        for (var skipped = 0; skipped < 2 && at < text.Length; skipped++)
        {
            if (!"〇○◯●■□◆◇◎☆★◦•・･※▼▽▲△▶(（【〔［[「『《<＜".Contains(text[at]))
                break;
            at = Wording.SkipSpace(text, at + 1);
        }
        return at;
    }

    /// <summary>Signs in place of a number whose glyph got lost, or a bracket around the words.</summary>
    private static int SkipLostNumber(string text, int at)
    {
        for (var skipped = 0; skipped < 3 && at < text.Length; skipped++)
        {
            if (
                text[at]
                is not (
                    '【'
                    or '《'
                    or '「'
                    or '<'
                    or '['
                    or '?'
                    or '？'
                    or '\uFFFD'
                    or '・'
                    or '■'
                    or '□'
                    or '●'
                    or '◆'
                    or '◎'
                    or (>= '\uE000' and <= '\uF8FF')
                    or (>= 'Ⅰ' and <= 'Ⅹ')
                )
            )
                break;
            at = Wording.SkipSpace(text, at + 1);
        }
        return at;
    }

    /// <summary>The end of the title with a parenthesis that explains it; null when the words run on into a sentence.</summary>
    private static int? EndOfTitle(string text, int end, SectionNumber printed)
    {
        var at = end;
        if (at < text.Length && Wording.Fold(text[at]) == '(')
        {
            var depth = 0;
            for (; at < text.Length; at++)
            {
                depth += Wording.Fold(text[at]) switch
                {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
                if (depth == 0)
                    break;
            }
            end = at = Math.Min(at + 1, text.Length);
        }
        if (
            at >= text.Length
            || char.IsWhiteSpace(text[at])
            || text[at] is ':' or '：' or '】' or '」' or '》' or '>' or ']' or '〕' or '］' or ')' or '）'
        )
            return end;
        var tail = text.Length - at;
        var runsOn = text.AsSpan(at).IndexOfAny("。、") >= 0 || Wording.Fold(text[at]) == '(';
        return
            printed.Form is NumberForm.Chapter or NumberForm.Circled
            && tail <= 8
            && !runsOn
            && !char.IsAsciiDigit(Wording.Fold(text[at]))
            ? text.Length
            : null;
    }

    private static bool IsReference(string text, int end) =>
        text.AsSpan(end).TrimStart() is ['に', '同', ..] or ['の', 'と', 'お', 'り', ..];

    /// <summary>A line of a table of contents: dots and a page number behind the words.</summary>
    private static bool IsContents(string text)
    {
        var trimmed = text.AsSpan().TrimEnd();
        var words = trimmed.TrimEnd("0123456789０１２３４５６７８９- ");
        if (words.Length == trimmed.Length)
            return false;
        var dots = words.Length - words.TrimEnd(".．・…‥ \u3000").Length;
        return dots >= 2 && words[^1] is '.' or '．' or '・' or '…' or '‥';
    }
}
