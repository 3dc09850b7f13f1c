namespace Shirube.Tests.Web;

/// <summary>Somebody who signed in to a <see cref="Site"/>.</summary>
/// <param name="Cookie">What the browser sends along, as <c>name=value</c>.</param>
public sealed record SitePerson(Guid Number, string Name, string Mail, string Cookie);
