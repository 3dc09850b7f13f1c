using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Web.Import;

/// <summary>Reads drafts, and keeps the last few readings: a review posts back many times.</summary>
internal sealed class DraftReadings(Drafts drafts)
{
    private const int Kept = 4;
    private readonly Lock gate = new();
    private readonly LinkedList<(string Id, DraftReading Reading)> recent = [];

    /// <exception cref="DocumentRefusedException">The file cannot be read.</exception>
    public DraftReading Read(Draft draft, CancellationToken cancel)
    {
        lock (gate)
        {
            foreach (var (id, reading) in recent)
            {
                if (id == draft.Id)
                    return reading;
            }
        }
        var document = DocumentReader.Read(draft.FileName, drafts.ContentOf(draft), cancel);
        var read = new DraftReading(document, Recogniser.Read(document));
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
