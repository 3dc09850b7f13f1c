using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Web.Asking;

/// <summary>Somebody who is signed in, as of this request.</summary>
/// <param name="MustChangePassword">It was set by another person.</param>
/// <param name="LacksFactor">A post needs a second factor, and none was given at this sign-in.</param>
/// <param name="Governments">All for which the person holds a post today.</param>
public sealed record Session(
    Asker Asker,
    bool MustChangePassword,
    bool LacksFactor,
    IReadOnlyList<GovernmentCode> Governments
);
