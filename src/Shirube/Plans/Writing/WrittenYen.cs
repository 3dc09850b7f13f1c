using System.Globalization;

namespace Shirube.Plans.Writing;

/// <summary>金額 as plans write it.</summary>
public static class WrittenYen
{
    /// <summary>2,314,625千円; in yen where thousands would lose something.</summary>
    public static string Of(decimal yen) =>
        yen % 1_000 == 0
            ? (yen / 1_000).ToString("#,##0", CultureInfo.InvariantCulture) + "千円"
            : yen.ToString("#,##0.##", CultureInfo.InvariantCulture) + "円";
}
