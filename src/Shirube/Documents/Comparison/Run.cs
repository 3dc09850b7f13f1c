namespace Shirube.Documents.Comparison;

/// <summary>A stretch of one side of a row.</summary>
/// <param name="IsChanged">The other side has it not, or otherwise: it is underlined.</param>
public readonly record struct Run(string Text, bool IsChanged)
{
    /// <summary>The cells of a table's row parted by bars.</summary>
    public string Shown => Text.Replace('\t', '｜');

    /// <summary>Neighbours of one kind put together.</summary>
    internal static IReadOnlyList<Run> Joined(IEnumerable<Run> runs)
    {
        var joined = new List<Run>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
            if (joined.Count > 0 && joined[^1].IsChanged == run.IsChanged)
                joined[^1] = run with { Text = joined[^1].Text + run.Text };
            else
                joined.Add(run);
        return joined;
    }
}
