using System.Globalization;
using System.Xml.Linq;

namespace Shirube.Documents.Formats.Word;

/// <summary>A sign of a symbol font: the few that forms use as their Unicode counterparts, others as stored.</summary>
internal static class WordSymbol
{
    public static string Of(XElement symbol)
    {
        if (!int.TryParse(symbol.Setting("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            return "";
        return (symbol.Setting("font"), code & 0xFF) switch
        {
            ("Wingdings", 0xFC) or ("Wingdings 2", 0x50) => "✓",
            ("Wingdings", 0xFE) or ("Wingdings 2", 0x52) => "☑",
            ("Wingdings", 0xFD) or ("Wingdings 2", 0x51) => "☒",
            ("Wingdings", 0x6F or 0x71 or 0xA8) or ("Wingdings 2", 0xA3) => "☐",
            ("Wingdings", 0xE0) => "→",
            ("Wingdings", 0x6C) => "●",
            ("Wingdings", 0x6E) => "■",
            ("Wingdings", >= 0x81 and <= 0x8A and var circled) => Ordinal.Circled(circled - 0x80),
            _ when code is > 0 and < 0xD800 or >= 0xE000 and <= 0xFFFD => ((char)code).ToString(),
            _ => "",
        };
    }
}
