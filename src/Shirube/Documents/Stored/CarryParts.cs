using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents.Text;

namespace Shirube.Documents.Stored;

/// <summary>分担の引き継ぎ: who keeps an indicator of a joint plan keeps the one of the same name in the next version.</summary>
internal sealed class CarryParts(ShirubeDb db)
{
    public async Task ExecuteAsync(
        VersionKey version,
        Reading reading,
        DocumentVersion? earlier,
        CancellationToken cancel
    )
    {
        if (earlier is null)
            return;
        var key = earlier.VersionKey;
        var kept = await (
            from part in db.DocumentParts.In(key)
            join indicator in db.Indicators.In(key) on part.IndicatorPosition equals indicator.Position
            select new { indicator.Name, part.KeptBy }
        ).ToListAsync(cancel);
        var now = reading
            .Indicators.Select((indicator, position) => (Name: Folded(indicator.Name?.Value), Position: position))
            .ToLookup(indicator => indicator.Name, indicator => indicator.Position);
        foreach (var part in kept)
        {
            // Two of one name are nobody's until a person says whose.
            if (Folded(part.Name) is { Length: > 0 } name && now[name].ToList() is [var position])
                db.Add(version.Own(new DocumentPart { IndicatorPosition = position, KeptBy = part.KeptBy }));
        }
        await db.SaveChangesAsync(cancel);
    }

    private static string Folded(string? name) => name is null ? "" : Folding.Squeeze(name);
}
