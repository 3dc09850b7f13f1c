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
    /// <param name="meanings">By the indicators' names.</param>
    public async Task ExecuteAsync(
        VersionKey version,
        IEnumerable<(string Name, TargetBasis? Basis, Direction? Direction)> meanings,
        CancellationToken cancel
    )
    {
        var said = meanings.DistinctBy(meaning => meaning.Name).ToDictionary(meaning => meaning.Name);
        foreach (var indicator in await db.Indicators.In(version).ToListAsync(cancel))
            if (indicator.Name is { } name && said.TryGetValue(name, out var meaning))
                (indicator.TargetBasis, indicator.Direction) = (meaning.Basis, meaning.Direction);
        await db.SaveChangesAsync(cancel);
    }
}
