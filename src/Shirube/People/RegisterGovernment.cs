using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.People;

/// <summary>団体を登録する: an installer's act, from the command line.</summary>
public sealed class RegisterGovernment(ShirubeDb db, TimeProvider clock)
{
    /// <param name="from">The command and the login it runs under.</param>
    /// <returns>False when it was registered already.</returns>
    /// <exception cref="ArgumentException">No government has this code.</exception>
    public async Task<bool> ExecuteAsync(GovernmentCode code, string from, CancellationToken cancel = default)
    {
        var government =
            GovernmentDirectory.Find(code) ?? throw new ArgumentException("No such government.", nameof(code));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, code, cancel);
        if (await db.Governments.AnyAsync(known => known.GovernmentCode == code, cancel))
            return false;
        db.Add(RegisteredGovernment.Of(government));
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            new AuditEntry("government.registered", $"/governments/{code}", code) { From = from },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return true;
    }
}
