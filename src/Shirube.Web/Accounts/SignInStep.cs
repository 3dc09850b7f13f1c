using Shirube.Faults;

namespace Shirube.Web.Accounts;

/// <summary>How far a sign-in came.</summary>
/// <param name="Account">Null where it was refused.</param>
/// <param name="Session">Null while a code is still asked for.</param>
public sealed record SignInStep(Account? Account, AccountSession? Session, Fault? Fault)
{
    public static SignInStep Refused(string field, string code) => new(null, null, new Fault(field, code));
}
