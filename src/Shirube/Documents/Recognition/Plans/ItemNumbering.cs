namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// Where the numbering ①, (1), ア of a chapter's sections stands. An item that continues it begins the next section
/// whatever it is called, unless it continues a list within the section as well.
/// </summary>
internal sealed class ItemNumbering
{
    private readonly Dictionary<NumberForm, (int Section, int Within)> counts = [];

    /// <summary>A chapter begins: its sections count from 1 again.</summary>
    public void Restart() => counts.Clear();

    /// <summary>A section begins, and with it the lists within it.</summary>
    public void Enter(SectionNumber printed)
    {
        foreach (var form in counts.Keys.Where(form => form > printed.Form).ToList())
            counts.Remove(form);
        if (Ordinal(printed) is > 0 and var nth)
            counts[printed.Form] = (nth, 0);
    }

    /// <summary>Whether an item that no word of the form names is the next section; else it is counted in its list.</summary>
    public bool Continues(SectionNumber printed)
    {
        var nth = Ordinal(printed);
        if (nth == 0 || !counts.TryGetValue(printed.Form, out var count))
            return false;
        var isInList = nth == 1 || (count.Within > 0 && nth == count.Within + 1);
        if (isInList)
            counts[printed.Form] = count with { Within = nth };
        return !isInList && nth == count.Section + 1;
    }

    private static int Ordinal(SectionNumber printed) =>
        printed.Form switch
        {
            NumberForm.Circled => printed.Text[0] - '①' + 1,
            NumberForm.Bracketed => int.Parse(printed.Text.AsSpan(1, printed.Text.Length - 2), null),
            NumberForm.Kana => (printed.Text[0] - 'ア') / 2 + 1,
            _ => 0,
        };
}
