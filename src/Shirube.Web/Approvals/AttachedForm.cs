using Microsoft.AspNetCore.Http;
using Shirube.Approvals;

namespace Shirube.Web.Approvals;

/// <summary>The files of a posted form.</summary>
internal static class AttachedForm
{
    /// <summary>Those that are far too large are not read into memory: their size alone is told on.</summary>
    public static async Task<IReadOnlyList<NewAttachment>> ReadAsync(HttpContext context)
    {
        var files = new List<NewAttachment>();
        foreach (
            var file in context.Request.Form.Files.Where(file => file.Name == "attachments" && file.FileName != "")
        )
        {
            var content = new byte[Math.Min(file.Length, Attachments.MaxBytes + 1)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, context.RequestAborted);
            files.Add(new(Path.GetFileName(file.FileName), content));
        }
        return files;
    }
}
