using System.Diagnostics;
using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Benchmarks;

/// <summary>
/// Damaged documents, by seed: bytes flipped, cut, doubled, moved and mixed with another document. A reader may refuse a
/// case with a message; it may not throw anything else, take longer than 2 seconds or hold more than 256 MB.
/// </summary>
internal static class FuzzBench
{
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(2);
    private const long LargestBytes = 256L << 20;

    public static int Run(string folder, int cases, int seed)
    {
        var files = Directory
            .GetFiles(folder)
            .Where(path => !path.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path)))
            .ToList();
        var failures = 0;
        var slowest = TimeSpan.Zero;
        var refused = 0;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < cases; i++)
        {
            var (name, bytes) = Case(files, seed, i);
            var began = Stopwatch.GetTimestamp();
            try
            {
                ReadingJson.Write(Recogniser.Read(DocumentReader.Read(name, bytes)));
            }
            catch (DocumentRefusedException)
            {
                refused++;
            }
#pragma warning disable CA1031 // The bench is there to see any exception at all.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                failures++;
                Console.WriteLine(
                    $"case {seed}:{i} ({name}): {thrown.GetType().Name} {thrown.Message}\n{thrown.StackTrace?.Split('\n').FirstOrDefault()}"
                );
            }
            var took = Stopwatch.GetElapsedTime(began);
            slowest = took > slowest ? took : slowest;
            if (took > Slowest)
            {
                failures++;
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"case {seed}:{i} ({name}): {took.TotalSeconds:0.0} s")
                );
            }
        }
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cases} cases, {refused} refused, {failures} failures, slowest {slowest.TotalMilliseconds:0} ms, peak memory {peak >> 20} MB, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"
            )
        );
        return failures == 0 && peak <= LargestBytes ? 0 : 1;
    }

    /// <summary>The damaged document of a seed and a number: the same at every run.</summary>
    public static (string Name, byte[] Bytes) Case(
        IReadOnlyList<(string Name, byte[] Bytes)> files,
        int seed,
        int number
    )
    {
        var random = new Random((seed * 1_000_003) + number);
        var (name, bytes) = files[random.Next(files.Count)];
        var damaged = bytes.ToList();
        for (var wounds = random.Next(1, 8); wounds > 0 && damaged.Count > 0; wounds--)
            Wound(damaged, random, files[random.Next(files.Count)].Bytes);
        return (name, [.. damaged]);
    }

    private static void Wound(List<byte> bytes, Random random, byte[] other)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 14)), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                var moved = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                break;
            default:
                bytes.InsertRange(
                    at,
                    Enumerable.Repeat("0123456789,.-\t\n年度KPI①％"u8[random.Next(20)], random.Next(1, 400))
                );
                break;
        }
    }
}
