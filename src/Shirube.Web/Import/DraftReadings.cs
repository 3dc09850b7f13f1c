using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Web.Import;

/// <summary>Reads drafts within a time, and keeps the last few readings: a review posts back many times.</summary>
internal sealed class DraftReadings(Drafts drafts, TimeSpan limit)
{
    private const int Kept = 4;
    private readonly Lock gate = new();
    private readonly LinkedList<(string Id, DraftReading Reading)> recent = [];

    /// <exception cref="DocumentRefusedException">The file cannot be read, or not within the time.</exception>
    /// <exception cref="OperationCanceledException">Whoever asked has left.</exception>
    public async Task<DraftReading> ReadAsync(Draft draft, CancellationToken cancel)
    {
        lock (gate)
        {
            foreach (var (id, reading) in recent)
            {
                if (id == draft.Id)
                    return reading;
            }
        }
        var (document, meaning) = await TimedReading.ReadAsync(draft.FileName, drafts.ContentOf(draft), limit, cancel);
        var read = new DraftReading(document, meaning);
        lock (gate)
        {
            recent.AddFirst((draft.Id, read));
            if (recent.Count > Kept)
                recent.RemoveLast();
        }
        return read;
    }
}

internal sealed record DraftReading(SourceDocument Document, Reading Reading);
