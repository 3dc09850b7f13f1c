namespace Shirube.People;

internal static class HeldPosts
{
    /// <summary>Those held on at least one of these days; not those that were taken back before their first day.</summary>
    /// <param name="until">Null for all days to come.</param>
    public static IQueryable<Post> HeldBetween(this IQueryable<Post> posts, DateOnly from, DateOnly? until) =>
        posts.Where(post =>
            (until == null || post.ValidFrom <= until)
            && (post.ValidUntil == null || (post.ValidUntil >= from && post.ValidUntil >= post.ValidFrom))
        );

    /// <inheritdoc cref="HeldBetween"/>
    public static bool IsHeldBetween(this ListedPost post, DateOnly from, DateOnly until) =>
        post.From <= until && (post.Until is null || (post.Until >= from && post.Until >= post.From));
}
