using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Plans.Writing;

namespace Shirube.Web.Values;

/// <summary>
/// 別添の根拠: the policy tree, the schedule and the money of a reading as a plan holds them, and where each of their values
/// leads. Tables of plans that get one are those of a document.
/// </summary>
/// <param name="addressOf">Of a pointer of the reading: the page that shows its passage.</param>
public sealed class AnnexPlaces(Reading reading, Func<string, string> addressOf)
{
    /// <summary>Its parts bear the numbers of their places, from 1.</summary>
    public PlanContent Content { get; } =
        ReadPlan.Of(reading, ReadPlan.FormOf(reading), []) with
        {
            Schedule =
            [
                .. reading
                    .Schedule.Select((item, at) => (item, at))
                    .Where(one => one.item is { From: not null, To: not null })
                    .Select(one => new ScheduleItem(
                        one.at + 1,
                        one.item.Name.Value,
                        one.item.From!.Value,
                        one.item.To!.Value,
                        one.item.Note?.Value ?? ""
                    )),
            ],
        };

    public string Of(PolicyNode node, string field) => Address($"/tree/{node.Number - 1}/{field}");

    public string Of(ScheduleItem item, string field) => Address($"/schedule/{item.Number - 1}/{field}");

    /// <summary>Null where the year has nothing of the source.</summary>
    public string? Of(FiscalYear year, FundingSource source) =>
        Found(
            reading.Funding.ToList().FindIndex(amount => amount.Year == year && amount.Source == source),
            at => $"/funding/{at}/yen"
        );

    public string? OfShare(int nthYear) =>
        Found(
            reading.PrivateShares.ToList().FindIndex(share => share.NthYear == nthYear),
            at => $"/privateShares/{at}/percent"
        );

    private string? Found(int at, Func<int, FormattableString> pointer) => at < 0 ? null : Address(pointer(at));

    private string Address(FormattableString pointer) => addressOf(pointer.ToString(CultureInfo.InvariantCulture));
}
