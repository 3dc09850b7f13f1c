using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Permissions;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照表を書き出す: two versions of a document side by side. That it was taken out is recorded.</summary>
public sealed class ExportComparison(ShirubeDb db, TimeProvider clock)
{
    /// <param name="ending">One of <see cref="ComparisonFile.Endings"/>.</param>
    /// <param name="whole">What stayed too, not only what changed.</param>
    /// <returns>Null when there is no such document or version.</returns>
    /// <exception cref="NotPermittedException">The asker takes no documents out.</exception>
    public async Task<ComparisonFile?> ExecuteAsync(
        Asker asker,
        AskedVersions asked,
        string ending,
        bool whole,
        CancellationToken cancel = default
    ) => (await OpenAsync(asker, asked, ending, cancel))?.File(ending, whole);

    /// <summary>For who writes it in a form of its own.</summary>
    /// <param name="ending">.json</param>
    /// <returns>Null when there is no such document or version.</returns>
    /// <exception cref="NotPermittedException">The asker takes no documents out.</exception>
    public async Task<OpenComparison?> OpenAsync(
        Asker asker,
        AskedVersions asked,
        string ending,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadDocuments);
        asker.Require(Act.ExportDocuments);
        var open = await OpenComparison.FindAsync(db, asked.Code, asked.Number, asked.Old, asked.New, cancel);
        if (open is not null)
            await new RecordExport(db, clock).ExecuteAsync(
                asker,
                open.New.Version.VersionKey,
                ComparisonFile.What(ending),
                cancel
            );
        return open;
    }
}

/// <summary>Which versions of which document are asked for, as <see cref="OpenComparison.FindAsync"/> takes them.</summary>
/// <param name="Code">Of the government.</param>
/// <param name="Number">Of the document.</param>
public readonly record struct AskedVersions(string Code, int Number, int? Old, int? New);
