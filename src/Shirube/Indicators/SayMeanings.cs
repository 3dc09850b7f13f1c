using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;

namespace Shirube.Indicators;

/// <summary>What a plan written here says of one indicator, and who said so when.</summary>
public sealed record SaidMeaning(TargetBasis? Basis, Direction? Direction, Doer By, DateTimeOffset? At, string Reason);

/// <summary>
/// 数え方を引き継ぐ: a version that came out of a plan written here has what the plan says of its indicators from the
/// start, kept as the choices that they are. Their form has no place for it. In the transaction that stores the version.
/// </summary>
internal sealed class SayMeanings(ShirubeDb db, TimeProvider clock)
{
    /// <param name="meanings">In the order of the indicators, one for each.</param>
    public async Task ExecuteAsync(VersionKey version, IReadOnlyList<SaidMeaning> meanings, CancellationToken cancel)
    {
        var indicators = await db.Indicators.In(version).OrderBy(row => row.Position).ToListAsync(cancel);
        var choices = new List<EarlierChoice>();
        foreach (var (at, (indicator, meaning)) in indicators.Zip(meanings).Index())
        {
            Choose(at, "targetBasis", indicator.TargetBasis, meaning.Basis, meaning);
            Choose(at, "direction", indicator.Direction, meaning.Direction, meaning);
            (indicator.TargetBasis, indicator.Direction) = (meaning.Basis, meaning.Direction);
        }
        var last = await db.Corrections.In(version).MaxAsync(note => (int?)note.Number, cancel) ?? 0;
        new RecordChoices(db).Add(version, last, choices);
        await db.SaveChangesAsync(cancel);

        void Choose(int at, string field, Enum? before, Enum? after, SaidMeaning meaning)
        {
            if (ContractValue.Write(before) == ContractValue.Write(after))
                return;
            choices.Add(
                new EarlierChoice(
                    string.Create(CultureInfo.InvariantCulture, $"/indicators/{at}/{field}"),
                    ContractValue.Write(before),
                    ContractValue.Write(after),
                    meaning.By,
                    meaning.At ?? clock.GetUtcNow(),
                    meaning.Reason
                )
            );
        }
    }
}
