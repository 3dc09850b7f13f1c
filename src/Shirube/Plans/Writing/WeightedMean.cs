namespace Shirube.Plans.Writing;

/// <summary>重み付き平均: how progress below is put together into the progress above it.</summary>
public static class WeightedMean
{
    /// <summary>What a blank weight counts as.</summary>
    public const decimal Blank = 1;

    /// <returns>Null of nothing.</returns>
    public static decimal? Of(IReadOnlyCollection<(decimal Value, decimal? Weight)> parts) =>
        parts.Count == 0
            ? null
            : parts.Sum(part => part.Value * (part.Weight ?? Blank)) / parts.Sum(part => part.Weight ?? Blank);
}
