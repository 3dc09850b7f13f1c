namespace Shirube.Documents.Formats.Word;

/// <summary>One number of a list in the format that Word names (ST_NumberFormat).</summary>
internal static class ListNumber
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";

    public static string Show(int number, string format) =>
        format switch
        {
            "decimalZero" => number is >= 0 and < 10 ? "0" + Ordinal.Plain(number) : Ordinal.Plain(number),
            "upperRoman" => Ordinal.Roman(number),
            "lowerRoman" => Ordinal.Roman(number).ToLowerInvariant(),
            "upperLetter" => Ordinal.Letters(number, 'A'),
            "lowerLetter" => Ordinal.Letters(number, 'a'),
            "decimalFullWidth" or "decimalFullWidth2" => Ordinal.FullWidth(number),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Ordinal.Circled(number),
            "aiueo" or "aiueoFullWidth" => Ordinal.Aiueo(number),
            "iroha" or "irohaFullWidth" => Ordinal.IrohaOrder(number),
            "japaneseCounting" or "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" =>
                Ordinal.Counting(number),
            "ideographDigital" or "japaneseDigitalTenThousand" => Ordinal.Digits(number),
            "ideographTraditional" => number is >= 1 and <= 10 ? Stems[number - 1].ToString() : Ordinal.Plain(number),
            "none" => "",
            _ => Ordinal.Plain(number),
        };
}
