using Shirube.Permissions;

namespace Shirube.Audit;

/// <summary>Where a trail is looked at.</summary>
internal static class AuditAddress
{
    /// <summary>The installation's trail has no page; only commands read it.</summary>
    public static string Of(Asker asker) => asker.Government is { } code ? $"/governments/{code}/audit" : "/audit";
}
