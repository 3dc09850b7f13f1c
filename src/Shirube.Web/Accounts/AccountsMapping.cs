using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.Web.Accounts;

/// <summary>Identity names its tables and columns its own way; here they get the names of 0008_accounts.sql.</summary>
internal static class AccountsMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Account>(ConfigureAccount);
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("account_login");
            login.Ignore(row => row.ProviderDisplayName);
            login.Property(row => row.LoginProvider).HasColumnName("provider");
            login.Property(row => row.ProviderKey).HasColumnName("subject");
            login.Property(row => row.UserId).HasColumnName("person_id");
        });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("account_passkey");
            passkey.Property(row => row.CredentialId).HasColumnName("credential_id");
            passkey.Property(row => row.UserId).HasColumnName("person_id");
            passkey.OwnsOne(row => row.Data, data => data.ToJson("data"));
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("account_recovery_code");
            code.HasKey(row => new { row.AccountId, row.CodeHash });
            code.Property(row => row.AccountId).HasColumnName("person_id");
            code.Property(row => row.CodeHash).HasColumnName("code_hash");
        });
        model.Entity<AccountSession>(ConfigureSession);
    }

    private static void ConfigureAccount(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account");
        account.Ignore(row => row.UserName).Ignore(row => row.NormalizedUserName);
        account.Ignore(row => row.Email).Ignore(row => row.NormalizedEmail).Ignore(row => row.EmailConfirmed);
        account.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
        account.Ignore(row => row.LockoutEnabled).Ignore(row => row.TwoFactorEnabled);
        account.Property(row => row.Id).HasColumnName("person_id").ValueGeneratedNever();
        account.Property(row => row.PasswordHash).HasColumnName("password_hash");
        account.Property(row => row.SecurityStamp).HasColumnName("security_stamp");
        account.Property(row => row.ConcurrencyStamp).HasColumnName("concurrency_stamp");
        account.Property(row => row.AccessFailedCount).HasColumnName("access_failed_count");
        account.Property(row => row.LockoutEnd).HasColumnName("lockout_end");
        account.Property(row => row.RevokedAt).HasColumnName("revoked_at");
        account.Property(row => row.MustChangePassword).HasColumnName("must_change_password");
        account.Property(row => row.InvitationHash).HasColumnName("invitation_hash");
        account.Property(row => row.TotpKey).HasColumnName("totp_key");
        account.Property(row => row.LastTotpStep).HasColumnName("last_totp_step");
        account.Property(row => row.IsBreakGlass).HasColumnName("is_break_glass");
    }

    private static void ConfigureSession(EntityTypeBuilder<AccountSession> session)
    {
        session.ToTable("account_session");
        session.HasKey(row => row.SessionId);
        session.Property(row => row.SessionId).HasColumnName("session_id").ValueGeneratedNever();
        session.Property(row => row.AccountId).HasColumnName("person_id");
        session.Property(row => row.Factor).HasColumnName("factor");
        session.Property(row => row.From).HasColumnName("from");
        session.Property(row => row.Agent).HasColumnName("agent");
        session.Property(row => row.StartedAt).HasColumnName("started_at");
        session.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        session.Property(row => row.EndedAt).HasColumnName("ended_at");
    }
}
