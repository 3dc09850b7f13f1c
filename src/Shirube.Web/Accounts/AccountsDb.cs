using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shirube.Data;

namespace Shirube.Web.Accounts;

/// <summary>The tables of sign-in, which belong to the whole installation: 0008_accounts.sql says why.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options)
{
    // Only through a service provider does the context learn that there is a table of passkeys.
    private static readonly ServiceProvider Version = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    /// <summary>A unit of work of its own.</summary>
    public static AccountsDb Over(NpgsqlDataSource connections) =>
        new(Options(options => options.UseNpgsql(connections)));

    /// <summary>Works on the connection of the other context, inside the transaction that is open there.</summary>
    public static AccountsDb Beside(ShirubeDb db)
    {
        DbConnection connection = db.Database.GetDbConnection();
        var accounts = new AccountsDb(Options(options => options.UseNpgsql(connection)));
        accounts.Database.UseTransaction(db.Database.CurrentTransaction?.GetDbTransaction());
        return accounts;
    }

    /// <summary>The account of who has this address; null also where the person is known and has no account.</summary>
    public async Task<Account?> FindByMailAsync(string mail, CancellationToken cancel) =>
        await Users
            .FromSql($"select * from account where person_id = person_of_mail({mail})")
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Ignore<IdentityUserClaim<Guid>>();
        builder.Ignore<IdentityUserToken<Guid>>();
        AccountsMapping.Configure(builder);
    }

    private static DbContextOptions<AccountsDb> Options(Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>();
        options.UseApplicationServiceProvider(Version);
        use(options);
        return options.Options;
    }
}
