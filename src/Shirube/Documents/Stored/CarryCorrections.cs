using Shirube.Data;

namespace Shirube.Documents.Stored;

/// <summary>訂正の引き継ぎ: lets the corrections of the version before hold on in a new one, and keeps those that do not.</summary>
internal sealed class CarryCorrections(ShirubeDb db, TimeProvider clock)
{
    /// <param name="earlier">The newest version before this one; null for the first.</param>
    /// <param name="given">Pointers that the person who imports put right anew: nothing is left to decide there.</param>
    /// <returns>What becomes of each.</returns>
    public async Task<IReadOnlyList<CarriedCorrection>> ExecuteAsync(
        VersionKey version,
        Reading reading,
        DocumentVersion? earlier,
        IReadOnlySet<string> given,
        CancellationToken cancel
    )
    {
        if (earlier is null)
            return [];
        var corrections = await db.Corrections.OfAsync(earlier.VersionKey, cancel);
        using var before = new Transcript(earlier.Reading);
        using var now = Transcript.Of(reading);
        var carried = CorrectionCarry.Of(before, corrections, now);
        var correct = new CorrectValue(db, clock);
        foreach (var one in carried.Where(one => one.Result == CarryResult.Carried && !given.Contains(one.Pointer!)))
            await correct.CarryAsync(version, one, cancel);
        db.AddRange(
            version.Each(
                carried.Where(one =>
                    one.Result != CarryResult.Carried && (one.Pointer is null || !given.Contains(one.Pointer))
                ),
                LeftCorrection.Of
            )
        );
        await db.SaveChangesAsync(cancel);
        return carried;
    }
}
