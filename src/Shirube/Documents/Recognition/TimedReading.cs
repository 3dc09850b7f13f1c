namespace Shirube.Documents.Recognition;

/// <summary>Reads a file and says what it means, within a time: nobody waits for ever, and nobody has left.</summary>
public static class TimedReading
{
    /// <summary>Far above what the largest plan takes; the outside programs have tighter limits of their own.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <exception cref="DocumentRefusedException">
    /// The file cannot be read, not within the time (FILE016), or a reader failed over it (FILE018).
    /// </exception>
    /// <exception cref="OperationCanceledException">Whoever asked has left.</exception>
    public static async Task<(SourceDocument Document, Reading Reading)> ReadAsync(
        string fileName,
        byte[] content,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        using var time = new CancellationTokenSource(limit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, time.Token);
        var token = stop.Token;
        try
        {
            // Waiting ends at the limit even where a step of the reading looks at the token late.
            return await Task.Run(() => Read(fileName, content, token), token).WaitAsync(token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new DocumentRefusedException("FILE016", fileName, limit.TotalSeconds);
        }
    }

    private static (SourceDocument, Reading) Read(string fileName, byte[] content, CancellationToken cancel)
    {
        try
        {
            var document = DocumentReader.Read(fileName, content, cancel);
            return (document, Recogniser.Read(document, cancel));
        }
#pragma warning disable CA1031 // One document that no reader was made for must not end a folder of others, or a page.
        catch (Exception failure) when (failure is not (DocumentRefusedException or OperationCanceledException))
#pragma warning restore CA1031
        {
            throw new DocumentRefusedException("FILE018", fileName, failure.GetType().Name);
        }
    }
}
