using Shirube.Documents.Forms;

namespace Shirube.Plans.HandIn;

/// <summary>A place of the form that was found for a field of the plan.</summary>
internal sealed record FormMatch(string Name, FormPlace Place, FormValue Value);

/// <summary>What was found in a form, and what was not.</summary>
internal sealed class FoundPlaces
{
    private readonly HashSet<int> taken = [];

    public List<FormMatch> Matches { get; } = [];

    /// <summary>Names of fields that have a value and no place.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>What the form only repeats or prints by itself, with its words, and which has no place.</summary>
    public List<string> Repeated { get; } = [];

    /// <summary>Names of fields that have several places, of which none is certain.</summary>
    public List<string> Unsure { get; } = [];

    /// <summary>Places of fields that the plan leaves blank.</summary>
    public List<string> Blank { get; } = [];

    public bool IsFree(FormPlace place) => place.IsOpen && !taken.Contains(place.Id);

    /// <summary>False where something else takes the place already.</summary>
    public bool Take(string name, FormPlace place, FormValue value)
    {
        if (!taken.Add(place.Id))
            return false;
        if (value.Text.Length == 0)
            Blank.Add(name);
        else
            Matches.Add(new FormMatch(name, place, value));
        return true;
    }
}
