using System.Globalization;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Permissions;

namespace Shirube.Plans;

/// <summary>
/// 数え方の選択: says what the yearly figures of an indicator are and which way is better, and keeps who said so and why
/// as corrections. The printed figures stay.
/// </summary>
public sealed class ChooseBasis(ShirubeDb db, TimeProvider clock)
{
    /// <param name="seen">What the person saw chosen before; when it is no longer that, this choice is refused.</param>
    /// <returns>False when this was chosen already; then nothing is kept.</returns>
    /// <exception cref="NotPermittedException">The asker puts no values right.</exception>
    /// <exception cref="DocumentRefusedException">
    /// No such indicator, no reason, changed meanwhile, or kept by another government.
    /// </exception>
    public async Task<bool> ExecuteAsync(
        Asker asker,
        VersionKey version,
        BasisChoice choice,
        (TargetBasis? Basis, Direction? Direction) seen,
        CancellationToken cancel = default
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var basis = await ChooseAsync(asker, version, choice, "targetBasis", choice.Basis, seen.Basis, cancel);
        var direction = await ChooseAsync(
            asker,
            version,
            choice,
            "direction",
            choice.Direction,
            seen.Direction,
            cancel
        );
        await transaction.CommitAsync(cancel);
        return basis || direction;
    }

    public static string PointerOf(int indicator, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"/indicators/{indicator}/{field}");

    private Task<bool> ChooseAsync(
        Asker asker,
        VersionKey version,
        BasisChoice choice,
        string field,
        Enum chosen,
        Enum? seen,
        CancellationToken cancel
    ) =>
        new CorrectValue(db, clock).ExecuteAsync(
            asker,
            version,
            new ValueCorrection(PointerOf(choice.Indicator, field), ContractValue.Write(chosen), choice.Reason),
            new SeenValue(ContractValue.Write(seen)),
            cancel
        );
}

/// <param name="Indicator">Its place in the reading, from 0.</param>
public sealed record BasisChoice(int Indicator, TargetBasis Basis, Direction Direction, string Reason);
