using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Notifications;

namespace Shirube.Web.Accounts;

/// <summary>
/// One change of a person's own account, and what the audit trail says of it: stored together or not at all.
/// </summary>
public sealed class AccountWork : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly string from;
    private readonly IDbContextTransaction transaction;

    private AccountWork(ShirubeDb db, IDbContextTransaction transaction, TimeProvider clock, string from)
    {
        (Db, this.transaction, this.clock, this.from) = (db, transaction, clock, from);
        Accounts = AccountsDb.Beside(db);
    }

    /// <summary>Sees the person and the person's posts.</summary>
    public ShirubeDb Db { get; }
    public AccountsDb Accounts { get; }
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="person">Null where nobody is known to be at the other end.</param>
    /// <param name="from">The network address.</param>
    public static async Task<AccountWork> BeginAsync(
        Store store,
        TimeProvider clock,
        Guid? person,
        string from,
        CancellationToken cancel
    )
    {
        var db = store.NewContext(new Scope(null, person));
        try
        {
            return new AccountWork(db, await db.Database.BeginTransactionAsync(cancel), clock, from);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Into the trail of every government that the person holds a post in today: each of them is to know who could act
    /// for it. Where there is none, into the installation's.
    /// </summary>
    public async Task RecordAsync(string act, string? after, CancellationToken cancel)
    {
        var isTold = false;
        var governments = await GovernmentsAsync(cancel);
        if (governments.Count == 0)
            await RecordHereAsync(act, after, cancel);
        // Always in the same order, so that two that record at once wait for each other rather than for ever.
        foreach (var government in governments.OrderBy(code => code.Value, StringComparer.Ordinal))
        {
            await Db.Database.ExecuteSqlAsync(
                $"select set_config('shirube.government', {government.Value}, true)",
                cancel
            );
            // One person is told once, in whichever of the governments.
            if (!isTold && Db.Scope.Person is { } person)
                await AccountNews.TellAsync(Db, government, person, act, Now, cancel);
            isTold = act != "account.break-glass-used";
            await AppendAsync(new AuditEntry(act, "/account", government) { From = from }, after, cancel);
        }
    }

    /// <summary>Into the installation's trail: what failed, and what nobody's government has to know.</summary>
    public Task RecordHereAsync(string act, string? after, CancellationToken cancel) =>
        AppendAsync(new AuditEntry(act, "/sign-in", null) { From = from }, after, cancel);

    public async Task CommitAsync(CancellationToken cancel)
    {
        await Accounts.SaveChangesAsync(cancel);
        await Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await transaction.DisposeAsync();
        await Db.DisposeAsync();
    }

    private Task AppendAsync(AuditEntry entry, string? after, CancellationToken cancel) =>
        new AuditTrail(Db, clock).AppendAsync(entry with { Person = Db.Scope.Person, After = after }, cancel);

    private async Task<List<GovernmentCode>> GovernmentsAsync(CancellationToken cancel)
    {
        if (Db.Scope.Person is not { } person)
            return [];
        var today = JapanDay.Today(clock);
        return await Db
            .Posts.Where(post => post.PersonId == person && post.ValidFrom <= today)
            .Where(post => post.ValidUntil == null || post.ValidUntil >= today)
            .Select(post => post.GovernmentCode)
            .Distinct()
            .ToListAsync(cancel);
    }
}
