using Microsoft.AspNetCore.Http;
using Shirube.Permissions;

namespace Shirube.Web.Plans;

/// <summary>
/// Whether a page of a plan shows its forms: not while the plan is being approved; but what somebody sent when it had
/// just gone there stands in them again, whole, with the words that say why it cannot be saved.
/// </summary>
internal static class ShownForms
{
    /// <param name="right">Without which nobody fills them in.</param>
    /// <param name="approval">Number of the one that is under way; null when none is.</param>
    public static bool Are(Asker asker, Act right, int? approval, HttpContext context) =>
        asker.May(right) && (approval is null || HttpMethods.IsPost(context.Request.Method));
}
