using System.Globalization;

namespace Shirube.Benchmarks;

/// <summary>What the rounds of the search benchmark came to.</summary>
internal sealed class SearchReport
{
    private readonly List<(SampledTerm Term, SearchTimes Times)> rounds = [];
    private readonly List<(SampledTerm Term, double Scan)> scans = [];
    private int exact;
    private int capped;

    /// <summary>Terms whose hits are not those of the substring search.</summary>
    public int Wrong { get; private set; }

    public void Check(SampledTerm term, FoundPlaces ours, FoundPlaces scanned, double scan)
    {
        scans.Add((term, scan));
        var isRight = ours.IsMore
            ? ours.Total < scanned.Total && ours.Places.SequenceEqual(scanned.Places.Take(ours.Places.Count))
            : ours.Total == scanned.Total && ours.Places.Take(BareSearch.Compared).SequenceEqual(scanned.Places);
        if (ours.IsMore)
            capped++;
        else
            exact++;
        if (isRight)
            return;
        Wrong++;
        Console.WriteLine($"WRONG: {term.Text}: {ours.Total}{(ours.IsMore ? "+" : "")}, not {scanned.Total}");
    }

    public void Add(SampledTerm term, SearchTimes times) => rounds.Add((term, times));

    public void PrintScans()
    {
        Console.WriteLine(
            $"{scans.Count} terms; all hits counted: {exact}, the first 20 and 'more than': {capped}; other than a substring search: {Wrong}"
        );
        foreach (var isRare in (bool[])[true, false])
            Line(
                $"{(isRare ? "rare" : "dense")}: LIKE scan",
                [.. scans.Where(scan => scan.Term.IsRare == isRare).Select(scan => scan.Scan)]
            );
    }

    public void Print()
    {
        foreach (var isRare in (bool[])[true, false])
        {
            var name = isRare ? "rare" : "dense";
            var terms = rounds.Where(round => round.Term.IsRare == isRare).ToList();
            Line($"{name}: ours", terms, times => times.Ours);
            Line($"{name}: index query, checked, top 20", terms, times => times.Index);
            Line($"{name}: index alone, counted", terms, times => times.Count);
            Line($"{name}: Groonga", terms, times => times.Groonga);
            Line($"{name}: ours, own ten plans", terms, times => times.Own);
            Ratio($"{name}: ours / index query", terms, times => times.Ours / times.Index);
            Ratio($"{name}: ours / Groonga", terms, times => times.Ours / times.Groonga);
            var scanned = scans.Where(scan => scan.Term.IsRare == isRare).Select(scan => scan.Scan).ToArray();
            if (scanned.Length > 0 && terms.Count > 0)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: p99 of the LIKE scan / p99 of ours: {Part(scanned, 0.99) / Part([.. terms.Select(round => round.Times.Ours)], 0.99):0}"
                    )
                );
        }
        foreach (var length in rounds.Select(round => round.Term.Text.Length).Distinct().Order())
        {
            var of = rounds.Where(round => round.Term.Text.Length == length).ToList();
            foreach (var isRare in (bool[])[true, false])
                if (of.Where(round => round.Term.IsRare == isRare).ToList() is { Count: > 0 } terms)
                    Line($"{length} characters, {(isRare ? "rare" : "dense")}: ours", terms, times => times.Ours);
        }
    }

    private static void Line(string what, List<(SampledTerm, SearchTimes Times)> terms, Func<SearchTimes, double> of) =>
        Line(what, [.. terms.Select(round => of(round.Times))]);

    private static void Line(string what, double[] times)
    {
        if (times.Length > 0)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}: p50 {Part(times, 0.5):0.00} ms, p99 {Part(times, 0.99):0.00} ms ({times.Length})"
                )
            );
    }

    private static void Ratio(string what, List<(SampledTerm, SearchTimes Times)> terms, Func<SearchTimes, double> of)
    {
        var ratios = terms.Select(round => of(round.Times)).ToArray();
        if (ratios.Length > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {Part(ratios, 0.5):0.00}"));
    }

    private static double Part(IEnumerable<double> times, double part)
    {
        var sorted = times.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }
}
