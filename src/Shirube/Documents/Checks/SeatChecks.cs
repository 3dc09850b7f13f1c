using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Checks;

/// <summary>The seats of a council against the total printed behind them: 産業団体4名、銀行1名の計5名.</summary>
internal static partial class SeatChecks
{
    public static IEnumerable<Finding> Run(Reading reading)
    {
        for (var i = 0; i < reading.Verification.Count; i++)
        {
            var verification = reading.Verification[i];
            if (
                verification.Seats.Count < 2
                || verification.Seats.Any(seat => seat.Count is null)
                || PrintedTotal(verification.Seats[0].Sector.Evidence.At.Text) is not { } total
            )
                continue;
            var sum = verification.Seats.Sum(seat => seat.Count!.Value);
            if (sum != total)
                yield return new Finding(
                    "PLAN124",
                    Severity.Warning,
                    verification.Seats[0].Sector.Evidence,
                    verification.Entity?.Value ?? "",
                    sum,
                    total
                )
                {
                    Pointer = string.Create(CultureInfo.InvariantCulture, $"/verification/{i}/seats"),
                };
        }
    }

    /// <summary>The only total; subtotals (うち…計) leave it open.</summary>
    private static int? PrintedTotal(string text)
    {
        var totals = Total().Matches(Folding.Squeeze(text));
        return totals.Count == 1 ? int.Parse(totals[0].Groups["total"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"(?:合計|総計|総勢|計|総数)[:(]?(?<total>\d{1,3})[名人]", RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}
