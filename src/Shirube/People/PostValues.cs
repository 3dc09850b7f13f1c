using Shirube.Audit;

namespace Shirube.People;

/// <summary>A post as the audit trail keeps it: numbers, a role and days.</summary>
internal static class PostValues
{
    public static string Of(Post post) =>
        AuditValues.Of(
            ("post", post.Number),
            ("role", post.Role),
            ("department", post.DepartmentNumber),
            ("from", post.ValidFrom),
            ("until", post.ValidUntil)
        );
}
