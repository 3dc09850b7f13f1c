using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Documents.Comparison;

/// <summary>変更認定か軽微な変更かを決める: a person's decision on the change between two versions, with its reason.</summary>
public sealed class DecideChange(ShirubeDb db, TimeProvider clock)
{
    /// <param name="document">Of the asker's government.</param>
    /// <param name="decided">Null when none was chosen.</param>
    /// <param name="seen">Number of the last decision that the asker saw on these versions; 0 for none.</param>
    /// <returns>What stands in the way; empty when it is kept.</returns>
    /// <exception cref="NotPermittedException">The asker decides no changes.</exception>
    public async Task<IReadOnlyList<Fault>> ExecuteAsync(
        Asker asker,
        int document,
        int oldVersion,
        int newVersion,
        ChangeProcedure? decided,
        string reason,
        int seen,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.DecideChanges);
        var faults = FaultsOf(decided, reason).ToList();
        if (faults.Count > 0)
            return faults;
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({$"change decision {government} {document}"}, 0))",
            cancel
        );
        if (
            await OpenComparison.FindAsync(db, government.Value, document, oldVersion, newVersion, cancel)
                is not { } open
            || open.New.Document.GovernmentCode != government
        )
            return [new(null, "COMPARE003")];
        if ((open.Decisions.Count > 0 ? open.Decisions[0].Number : 0) != seen)
            return [new("decided", "COMPARE004")];
        var last = await db
            .ChangeDecisions.Where(row => row.DocumentNumber == document)
            .MaxAsync(row => (int?)row.Number, cancel);
        var decision = new ChangeDecision
        {
            GovernmentCode = government,
            DocumentNumber = document,
            Number = (last ?? 0) + 1,
            OldVersion = oldVersion,
            NewVersion = newVersion,
            Proposed = open.Proposal?.Procedure ?? ChangeProcedure.Unclear,
            Decided = decided!.Value,
            Reason = Storable.Text(reason.Trim()),
            PersonId = asker.PersonOrNull,
            DecidedAt = clock.GetUtcNow(),
        };
        db.Add(decision);
        await db.SaveChangesAsync(cancel);
        await AuditAsync(asker, open, decision, cancel);
        await transaction.CommitAsync(cancel);
        return [];
    }

    private Task AuditAsync(Asker asker, OpenComparison open, ChangeDecision decision, CancellationToken cancel) =>
        new AuditTrail(db, clock).AppendAsync(
            asker.Entry("change.decided", open.Address) with
            {
                Why = decision.Reason,
                Before = open.Decisions is [var last, ..] ? AuditValues.Of(("decided", last.Decided.ToString())) : null,
                After = AuditValues.Of(
                    ("proposed", decision.Proposed.ToString()),
                    ("decided", decision.Decided.ToString())
                ),
            },
            cancel
        );

    private static IEnumerable<Fault> FaultsOf(ChangeProcedure? decided, string reason)
    {
        if (decided is null or ChangeProcedure.Unclear)
            yield return new("decided", "COMPARE001");
        if (string.IsNullOrWhiteSpace(reason))
            yield return new("reason", "COMPARE002");
        else if (reason.Length > ChangeDecision.ReasonMaxLength)
            yield return new("reason", "COMPARE008", Arguments: ChangeDecision.ReasonMaxLength);
    }
}
