using System.Diagnostics;

namespace Shirube.Benchmarks;

/// <summary>Two actions timed in turn, so that a machine that slows down slows both.</summary>
internal static class Pairs
{
    /// <summary>Medians of both in milliseconds and of the ratio pair by pair, after a warm-up.</summary>
    public static (double Ours, double Limit, double Ratio) Measure(Action ours, Action limit, int pairs, int warmUp)
    {
        for (var i = 0; i < warmUp; i++)
        {
            ours();
            limit();
        }
        var times = new (double Ours, double Limit)[pairs];
        for (var i = 0; i < pairs; i++)
            times[i] = (Time(ours), Time(limit));
        return (
            Median(times.Select(time => time.Ours)),
            Median(times.Select(time => time.Limit)),
            Median(times.Select(time => time.Ours / time.Limit))
        );
    }

    public static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
