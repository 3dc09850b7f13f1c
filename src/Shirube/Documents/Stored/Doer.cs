using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Documents.Stored;

/// <summary>Who did something to a document: kept by number, so that a name that is erased is gone here too.</summary>
/// <param name="Person">Null for a command that no person stands behind, and for what was done before people signed in.</param>
public readonly record struct Doer(Guid? Person, GovernmentCode? ActingFor)
{
    public static Doer Of(Asker asker) => new(asker.PersonOrNull, asker.Government);
}
