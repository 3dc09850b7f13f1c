using Microsoft.AspNetCore.Builder;
using Shirube.Permissions;

namespace Shirube.Web.Asking;

/// <summary>What an address asks for: who may not do it is refused before anything is looked up.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayAttribute(Act act) : Attribute
{
    public Act Act { get; } = act;

    /// <summary>
    /// Shows what other governments share too. Otherwise an address that names a government for which the person does not
    /// work leads nowhere.
    /// </summary>
    public bool Shared { get; init; }
}

/// <summary>An address that needs no sign-in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenAttribute : Attribute
{
    /// <summary>The same for everybody: a style, a picture.</summary>
    public bool IsAsset { get; init; }
}

internal static class Permits
{
    public static T May<T>(this T endpoint, Act act, bool shared = false)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new MayAttribute(act) { Shared = shared });

    public static T Open<T>(this T endpoint, bool isAsset = false)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenAttribute { IsAsset = isAsset });
}
