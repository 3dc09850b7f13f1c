using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents;

namespace Shirube.Web.Plans;

/// <summary>The stored running text of a file, as a document without tables.</summary>
internal static class SourceText
{
    public static async Task<SourceDocument> OfAsync(ShirubeDb db, OpenDocument open, CancellationToken cancel)
    {
        var pages = await db
            .SourcePages.AsNoTracking()
            .Where(page => page.GovernmentCode == open.Version.GovernmentCode && page.Sha256 == open.Version.Sha256)
            .OrderBy(page => page.Page)
            .ToListAsync(cancel);
        var lines = pages.SelectMany(page =>
            page.Text.Split('\n').Select((text, index) => new Line(page.FirstLine + index, page.Page, text))
        );
        return new SourceDocument(open.FileName, Documents.DocumentFormat.Text, [.. lines], [])
        {
            PageCount = pages.Count,
        };
    }
}
