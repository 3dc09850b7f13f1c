namespace Shirube.Web.Accounts;

/// <summary>By what somebody proved to be who they are, as the session's cookie and the audit trail say it.</summary>
internal static class Factors
{
    public const string Password = "password";
    public const string Totp = "totp";
    public const string Passkey = "passkey";
    public const string Provider = "provider";

    /// <summary>緊急用: password and code although only the provider may.</summary>
    public const string BreakGlass = "break-glass";

    /// <param name="factor">That was given, other than at the provider.</param>
    public static string Of(Account account, AccountSettings settings, string factor) =>
        account.IsBreakGlass && settings.ProviderOnly ? BreakGlass : factor;
}
