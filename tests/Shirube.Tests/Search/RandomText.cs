using System.Text;

namespace Shirube.Tests.Search;

/// <summary>Texts in which everything that folds stands close together, so that terms are met by chance.</summary>
internal static class RandomText
{
    // csharpier-ignore
    private static readonly string[] Signs =
    [
        "計", "画", "地", "域", "再", "生", "市", "の", "を", "ガ", "が", "ｶ", "ﾞ", "ﾟ", "ハ", "ﾊ", "は", "ー", "ｰ", "々", "㈱", "株",
        "(", ")", "①", "1", "１", "2", "K", "ｋ", "k", "P", "I", "𠮷", "吉", "葛", "葛\U000E0100", "\u3099", " ", "　", "\n", "%", "_",
        "\\", "'", "\"", "-", "−", "〜", "~", "㍻", "平", "成", "ヴ", "ヵ", "é", "e", "\u0301", "ß", "Σ", "ς", "\ud800", "\0", "⺠", "民",
    ];

    public static string Of(Random random, int signs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < signs; i++)
            text.Append(Signs[random.Next(Signs.Length)]);
        return text.ToString();
    }
}
