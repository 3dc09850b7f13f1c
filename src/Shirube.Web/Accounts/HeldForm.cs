namespace Shirube.Web.Accounts;

/// <summary>預かった入力: a form that came after its session had ended.</summary>
/// <param name="Address">To which it was sent.</param>
/// <param name="Fields">As they were sent, without the token.</param>
/// <param name="HadFiles">Files came with it, which are not kept: they have to be chosen again.</param>
internal sealed record HeldForm(string Address, IReadOnlyList<HeldField> Fields, bool HadFiles)
{
    /// <summary>What the person typed or chose, as against what the page carries for itself.</summary>
    public IEnumerable<HeldField> Typed => Fields.Where(one => !one.Name.StartsWith('_') && one.Value.Length > 0);
}

internal sealed record HeldField(string Name, string Value);
