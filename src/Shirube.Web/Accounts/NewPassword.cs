using Shirube.Faults;

namespace Shirube.Web.Accounts;

/// <summary>A password as somebody chose and repeated it.</summary>
internal sealed record NewPassword(string Text, string Repeated)
{
    public Fault? Check(AccountSettings settings, string mail, string name) =>
        PasswordRules.Check(settings, Text, mail, name)
        ?? (Text == Repeated ? null : new Fault("repeated", "ACCOUNT005"));
}
