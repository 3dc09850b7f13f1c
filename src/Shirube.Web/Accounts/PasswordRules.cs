using System.Globalization;
using Shirube.Documents.Text;
using Shirube.Faults;

namespace Shirube.Web.Accounts;

/// <summary>
/// パスワードの決まり: long, not the person's own name, not one that everybody takes. No rule on kinds of letters and no
/// change from time to time: both make people choose worse ones.
/// </summary>
public static class PasswordRules
{
    /// <summary>In UTF-16 units; what is longer makes the hash, not the password, work.</summary>
    public const int LongestLength = 128;
    private const int ShortestPart = 4;

    /// <returns>What is wrong with it, or null.</returns>
    public static Fault? Check(AccountSettings settings, string password, string mail, string name)
    {
        if (new StringInfo(password).LengthInTextElements < settings.MinimumLength)
            return new Fault("password", "ACCOUNT001", Arguments: settings.MinimumLength);
        if (password.Length > LongestLength)
            return new Fault("password", "ACCOUNT002", Arguments: LongestLength);
        if (Parts(mail, name).Any(part => Folded(password).Contains(part, StringComparison.Ordinal)))
            return new Fault("password", "ACCOUNT003");
        return CommonPasswords.Contain(password) ? new Fault("password", "ACCOUNT004") : null;
    }

    private static IEnumerable<string> Parts(string mail, string name) =>
        ((string[])[Folded(mail.Split('@')[0]), Folded(name)]).Where(part => part.Length >= ShortestPart);

    private static string Folded(string text) => Folding.Squeeze(text).ToLowerInvariant();
}
