namespace Shirube.Documents.Formats.Excel;

/// <summary>The number formats that have a number only; those of dates as a Japanese Excel shows them.</summary>
internal static class BuiltInFormats
{
    public static string Of(int id) =>
        id switch
        {
            1 => "0",
            2 => "0.00",
            3 or 37 or 38 or 41 => "#,##0",
            4 or 39 or 40 or 43 => "#,##0.00",
            5 or 6 or 42 => "¥#,##0",
            7 or 8 or 44 => "¥#,##0.00",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            12 => "# ?/?",
            13 => "# ??/??",
            14 => "yyyy/m/d",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "h:mm",
            21 => "h:mm:ss",
            22 => "yyyy/m/d h:mm",
            27 or 36 or 50 or 57 => "ge.m.d",
            28 or 29 or 51 or 54 or 58 => "ggge\"年\"m\"月\"d\"日\"",
            30 => "m/d/yy",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            32 => "h\"時\"mm\"分\"",
            33 => "h\"時\"mm\"分\"ss\"秒\"",
            34 or 52 or 55 => "yyyy\"年\"m\"月\"",
            35 or 53 or 56 => "m\"月\"d\"日\"",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss.0",
            48 => "##0.0E+0",
            49 => "@",
            _ => "General",
        };
}
