using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Documents.Stored;

/// <summary>The stored running text of a file, as a document without tables.</summary>
public static class SourceText
{
    public static async Task<SourceDocument> OfAsync(ShirubeDb db, DocumentVersion version, CancellationToken cancel)
    {
        var pages = await db
            .SourcePages.AsNoTracking()
            .Where(page => page.GovernmentCode == version.GovernmentCode && page.Sha256 == version.Sha256)
            .OrderBy(page => page.Page)
            .ToListAsync(cancel);
        var lines = pages.SelectMany(page =>
            page.Text.Split('\n').Select((text, index) => new Line(page.FirstLine + index, page.Page, text))
        );
        return new SourceDocument("", DocumentFormat.Text, [.. lines], []) { PageCount = pages.Count };
    }
}
