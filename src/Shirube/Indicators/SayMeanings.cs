using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents.Stored;

namespace Shirube.Indicators;

/// <summary>
/// 数え方を引き継ぐ: a version that came out of a plan written here has what the plan says of its indicators from the
/// start. Their form has no place for it. In the transaction that stores the version.
/// </summary>
internal sealed class SayMeanings(ShirubeDb db)
{
    /// <param name="meanings">In the order of the indicators; where they are not as many, by name.</param>
    public async Task ExecuteAsync(
        VersionKey version,
        IReadOnlyList<(string Name, TargetBasis? Basis, Direction? Direction)> meanings,
        CancellationToken cancel
    )
    {
        var indicators = await db.Indicators.In(version).OrderBy(row => row.Position).ToListAsync(cancel);
        var said = meanings.DistinctBy(meaning => meaning.Name).ToDictionary(meaning => meaning.Name);
        for (var at = 0; at < indicators.Count; at++)
        {
            var indicator = indicators[at];
            if (indicators.Count == meanings.Count)
                (indicator.TargetBasis, indicator.Direction) = (meanings[at].Basis, meanings[at].Direction);
            else if (indicator.Name is { } name && said.TryGetValue(name, out var meaning))
                (indicator.TargetBasis, indicator.Direction) = (meaning.Basis, meaning.Direction);
        }
        await db.SaveChangesAsync(cancel);
    }
}
