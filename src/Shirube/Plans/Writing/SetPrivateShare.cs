using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Documents.Text;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>民間資金の割合の目標を決める, for the n-th year of the project; it may lie behind the plan's end.</summary>
public sealed class SetPrivateShare(ShirubeDb db, TimeProvider clock)
{
    public const int MostYears = 50;

    /// <param name="nthYear">6, 6年目.</param>
    /// <param name="percent">3.6, 3.6%.</param>
    /// <param name="seen"><see cref="Seen"/> of the targets that the person had before the eyes.</param>
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        string nthYear,
        string percent,
        string seen,
        CancellationToken cancel = default
    )
    {
        var nth = Nth(nthYear);
        var share = Percent(percent);
        return MakeAsync(
            asker,
            plan,
            async draft =>
            {
                if (nth is not { } year)
                    return Changed.Refused("nth", "WRITE133", MostYears);
                if (share is not { } wanted)
                    return Changed.Refused("percent", "WRITE134", percent);
                var row = await FindAsync(plan, year, cancel);
                if (row?.Percent == wanted)
                    return Changed.Nothing;
                if (row is not null && !seen.Split(' ').Contains(Mark(row.NthYear, row.Percent)))
                    return Changed.Conflict("percent", "WRITE135", row.NthYear, Figure.Write(row.Percent));
                var before = row is null ? null : Values(row);
                if (row is null)
                    db.Add(row = draft.Own(new DraftPrivateShare { NthYear = year }));
                row.Percent = wanted;
                return new Changed(null, before, Values(row));
            },
            cancel
        );
    }

    /// <summary>6:3.6 10:40</summary>
    public static string Seen(IEnumerable<PrivateShareTarget> targets) =>
        string.Join(' ', targets.Select(target => Mark(target.NthYear, target.Percent)));

    private static string Mark(int nth, decimal percent) =>
        string.Create(CultureInfo.InvariantCulture, $"{nth}:{percent:0.##}");

    public Task<Fault?> RemoveAsync(Asker asker, int plan, int nthYear, CancellationToken cancel = default) =>
        MakeAsync(
            asker,
            plan,
            async _ =>
            {
                if (await FindAsync(plan, nthYear, cancel) is not { } row)
                    return Changed.Nothing;
                db.Remove(row);
                return Changed.From(Values(row), null);
            },
            cancel
        );

    private Task<Fault?> MakeAsync(
        Asker asker,
        int plan,
        Func<PlanDraft, Task<Changed>> change,
        CancellationToken cancel
    ) =>
        new PlanChange(db, clock) { Section = PlanOutline.Funding }.MakeAsync(
            asker,
            plan,
            "plan.privateShareSet",
            change,
            cancel
        );

    private Task<DraftPrivateShare?> FindAsync(int plan, int nth, CancellationToken cancel) =>
        db.DraftPrivateShares.SingleOrDefaultAsync(row => row.DraftNumber == plan && row.NthYear == nth, cancel);

    private static int? Nth(string text)
    {
        var folded = Folding.Squeeze(Folding.FoldNumeric(text)).Replace("年目", "", StringComparison.Ordinal);
        return
            int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var nth)
            && nth is > 0 and <= MostYears
            ? nth
            : null;
    }

    private static decimal? Percent(string text)
    {
        var folded = Folding.Squeeze(Folding.FoldNumeric(text)).TrimEnd('%', '％');
        return
            decimal.TryParse(folded, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            ? decimal.Round(percent, 2)
            : null;
    }

    private static string Values(DraftPrivateShare row) =>
        AuditValues.Of(("nthYear", row.NthYear), ("percent", row.Percent));
}
