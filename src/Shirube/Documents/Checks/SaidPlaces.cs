namespace Shirube.Documents.Checks;

/// <summary>The values of which the reader itself has already said why they are open, each or for every indicator.</summary>
internal sealed class SaidPlaces
{
    private readonly HashSet<string> pointers = [];
    private readonly HashSet<string> endings = [];

    public SaidPlaces(IEnumerable<Finding> findings)
    {
        foreach (var pointer in findings.Select(finding => finding.Pointer).OfType<string>())
        {
            if (pointer.LastIndexOf('*') is var star and >= 0)
                endings.Add(pointer[(star + 1)..]);
            else
                pointers.Add(pointer);
        }
    }

    public bool Contains(string pointer) =>
        pointers.Contains(pointer) || endings.Any(ending => pointer.EndsWith(ending, StringComparison.Ordinal));
}
