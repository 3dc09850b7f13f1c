using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

internal enum VerificationField
{
    Entity,
    Time,

    /// <summary>A sentence of running prose that names the month of every year.</summary>
    YearlyTime,
    Method,
    Seats,
    Publication,
}

/// <summary>How forms label who verifies a plan: 【検証時期】, （評価の手法）, 外部組織の参画者 …</summary>
internal static class VerificationLabels
{
    private static readonly (string Word, VerificationField Field)[] Labels =
    [
        ("地方公共団体名", VerificationField.Entity),
        ("地方公共団体の名称", VerificationField.Entity),
        ("検証時期", VerificationField.Time),
        ("検証の時期", VerificationField.Time),
        ("評価時期", VerificationField.Time),
        ("評価の時期", VerificationField.Time),
        ("評価の時期・内容", VerificationField.Time),
        ("評価の時期及び内容", VerificationField.Time),
        ("検証方法", VerificationField.Method),
        ("検証の方法", VerificationField.Method),
        ("検証手法", VerificationField.Method),
        ("評価の手法", VerificationField.Method),
        ("評価の方法", VerificationField.Method),
        ("外部組織の参画者", VerificationField.Seats),
        ("外部組織等の参画者", VerificationField.Seats),
        ("外部有識者の参画者", VerificationField.Seats),
        ("検証結果の公表の方法", VerificationField.Publication),
        ("検証結果の公表方法", VerificationField.Publication),
        ("評価結果の公表の方法", VerificationField.Publication),
        ("公表の方法", VerificationField.Publication),
        ("公表の手法", VerificationField.Publication),
        ("公表方法", VerificationField.Publication),
    ];

    private static readonly Dictionary<string, VerificationField> ByWord = Labels.ToDictionary(
        label => label.Word,
        label => label.Field,
        StringComparer.Ordinal
    );

    /// <summary>The field of a cell or line that is a label and nothing else.</summary>
    public static VerificationField? Find(string text)
    {
        if (text.Length is < 3 or > 40)
            return null;
        var word = Folding
            .Squeeze(text)
            .Trim('【', '】', '(', ')', '[', ']', '「', '」', '《', '》', '<', '>', '・', '■', '○', ':');
        return ByWord.TryGetValue(word, out var field) ? field : null;
    }

    /// <summary>A label, or the heading over several of them.</summary>
    public static bool IsLabel(string text) =>
        Find(text) is not null
        || Folding.Squeeze(text).Trim('【', '】') is "外部組織による検証" or "外部有識者による検証";

    /// <summary>The field and what follows its label on the same line: （評価の手法）毎年度…, 検証時期：毎年度 9 月.</summary>
    public static (VerificationField Field, int End)? FindAtStart(string text)
    {
        var at = Wording.SkipSpace(text, 0);
        if (at >= text.Length)
            return null;
        var close = Wording.Fold(text[at]) switch
        {
            '【' => '】',
            '(' => ')',
            '[' => ']',
            '《' => '》',
            '<' => '>',
            _ => '\0',
        };
        if (close != '\0')
        {
            var end = at + 1;
            while (end < text.Length && end - at < 30 && Wording.Fold(text[end]) != close)
                end++;
            return end < text.Length && Wording.Fold(text[end]) == close && Find(text[at..(end + 1)]) is { } field
                ? (field, end + 1)
                : null;
        }
        var stop = text.AsSpan(at).IndexOfAny("\t:：");
        if (stop < 0)
            return Find(text) is { } whole ? (whole, text.Length) : null;
        return Find(text[at..(at + stop)]) is { } found ? (found, at + stop + 1) : null;
    }
}
