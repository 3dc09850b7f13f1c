using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>
/// Reads an outline from running text: labels, then their measures, as one goes down the text. Where several labels
/// come before as many runs of measures, the columns of a slide ran together and <see cref="PolicySlide"/> decides.
/// </summary>
internal sealed class PolicyFlow
{
    private readonly IReadOnlyList<Line> lines;
    private readonly IReadOnlyList<PolicyItem> items;
    private readonly PolicyNames names;
    private readonly IReadOnlyList<string> candidates;
    private readonly List<Finding> findings = [];
    private readonly List<(string No, Read<string>? Name, IReadOnlyList<Read<string>> Measures, PolicyItem At)> found =
    [];

    private PolicyFlow(SourceDocument document)
    {
        lines = document.Lines;
        items = PolicyItems.Find(lines);
        if (!items.Any(item => item.Rank is 2 or 3) && PolicyBareItems.Find(lines) is { Count: > 0 } bare)
            items = bare;
        else if (!items.Any(item => item.Rank is 2 or 3))
            items = PolicyNumberedMeasures.Under(lines, items);
        if (!items.Any(item => item.Rank is 2 or 3))
            items = PolicyBulletedMeasures.Under(lines, items);
        var wraps = document.Format is DocumentFormat.Text or DocumentFormat.Pdf;
        names = new PolicyNames(lines, items, wraps);
        candidates = PolicyOverview.Candidates(lines, items);
    }

    public static (IReadOnlyList<ReadPolicy> Policies, IReadOnlyList<Finding> Findings) Read(SourceDocument document)
    {
        var flow = new PolicyFlow(document);
        flow.TakeNames();
        flow.ReadStretches();
        return (flow.Merge(), flow.findings);
    }

    /// <summary>Lines on which a known name stands continue no measure.</summary>
    private void TakeNames()
    {
        var overview = items.Where(item => item.SideBySide).Select(item => item.Line).DefaultIfEmpty(-1).Max();
        if (overview < 0)
            return;
        var squeezed = new SqueezedLines(lines, PolicyOverview.End(lines, items, overview), lines.Count);
        foreach (var place in candidates.SelectMany(squeezed.FindAll))
        {
            for (var i = place.Line; i <= place.LastLine; i++)
                names.Taken.Add(i);
        }
    }

    private void ReadStretches()
    {
        var levels = items.Where(item => item.Rank > 0).ToList();
        var policyRank = levels.Where(item => item.Rank < 3).Select(item => item.Rank).DefaultIfEmpty(0).Min();
        var measureRank = levels
            .Where(item => item.Rank > policyRank && item.Rank < 4)
            .Select(item => item.Rank)
            .DefaultIfEmpty(0)
            .Min();
        if (policyRank == 0)
            return;
        if (measureRank == 0)
        {
            NamesAlone([.. levels.Where(item => item.Rank == policyRank && !item.SideBySide)]);
            return;
        }
        var labels = new List<PolicyItem>();
        var measures = new List<PolicyItem>();
        foreach (var item in levels)
        {
            if (item.Rank == measureRank)
                measures.Add(item);
            if (item.Rank != policyRank)
                continue;
            if (measures.Count > 0)
            {
                Stretch(labels, measures, item.Line);
                labels.Clear();
                measures.Clear();
            }
            labels.Add(item);
        }
        Stretch(labels, measures, lines.Count);
    }

    /// <summary>Policies without measures: only where they count on from 1, so that no label is one of a text's own words.</summary>
    private void NamesAlone(List<PolicyItem> labels)
    {
        if (labels.Count < 2 || labels.Where((label, i) => label.Number != i + 1 || label.Word != labels[0].Word).Any())
            return;
        foreach (var label in labels)
            Add(Named(label), []);
    }

    private void Stretch(List<PolicyItem> labels, List<PolicyItem> measures, int end)
    {
        var runs = Runs(measures);
        var own = labels.Where(label => !label.SideBySide).ToList();
        // Labels before the last ones belong to an overview or a table of contents.
        own = [.. own.TakeLast(Math.Max(1, runs.Count))];
        if (runs.Count == 0 || own.Count == 0)
        {
            foreach (var label in labels.Where(label => !label.SideBySide && label.Word.Length > 0))
                Add(names.Complete(label, out _), []);
            return;
        }
        if (runs.Count == 1)
        {
            foreach (var label in labels.Where(label => label != own[^1] && !label.SideBySide && label.Word.Length > 0))
                Add(names.Complete(label, out _), []);
            Add(Named(own[^1]), Measures(runs[0], own[^1]));
            return;
        }
        var read = runs.Select((run, i) => Measures(run, own[Math.Min(i, own.Count - 1)])).ToList();
        var assigned =
            own.Count == runs.Count ? PolicySlide.Assign(lines, (own[0].Line, end), own, read, candidates) : null;
        for (var i = 0; i < own.Count; i++)
        {
            if (assigned is not null)
                found.Add((own[i].No, assigned[i], read[i], own[i]));
            else
                Open("POLICY005", own[i].Line, own[i].Word + own[i].No);
        }
    }

    private PolicyItem Named(PolicyItem label)
    {
        var named = names.Complete(label, out _);
        if (named.Name is null)
            Open("POLICY005", label.Line, label.Word + label.No);
        return named;
    }

    private void Add(PolicyItem label, IReadOnlyList<Read<string>> measures)
    {
        if (label.Name is not null)
            found.Add((label.No, label.Name, measures, label));
    }

    /// <summary>A run ends where the numbers begin anew.</summary>
    private static List<List<PolicyItem>> Runs(List<PolicyItem> measures)
    {
        var runs = new List<List<PolicyItem>>();
        foreach (var measure in measures)
        {
            if (runs.Count == 0 || measure.Number <= runs[^1][^1].Number)
                runs.Add([]);
            runs[^1].Add(measure);
        }
        return runs;
    }

    private List<Read<string>> Measures(List<PolicyItem> run, PolicyItem label)
    {
        var read = new List<Read<string>>();
        for (var i = 0; i < run.Count; i++)
        {
            if (i > 0 && run[i].Number != run[i - 1].Number + 1)
                Open("POLICY006", run[i].Line, label.Word + label.No, run[i - 1].No, run[i].No);
            var whole = names.Complete(run[i], out var unsure);
            if (whole.Name is { } name)
                read.Add(name);
            else
                Open("POLICY003", run[i].Line, run[i].Word + run[i].No, unsure?.Plain ?? "");
        }
        return read;
    }

    /// <summary>One policy a number: its names must agree, and so must its measures where they stand twice.</summary>
    private List<ReadPolicy> Merge()
    {
        var policies = new List<ReadPolicy>();
        foreach (var same in found.GroupBy(policy => PolicyNumber.Last(policy.No)).OrderBy(group => group.Key))
        {
            var read = same.ToList();
            var spellings = read.Select(policy => Folding.Squeeze(policy.Name!.Value)).Distinct().ToList();
            if (spellings.Count > 1)
            {
                Open(
                    "POLICY001",
                    read[0].At.Line,
                    read[0].No,
                    read[0].Name!.Value,
                    read.First(p => Folding.Squeeze(p.Name!.Value) != spellings[0]).Name!.Value
                );
                continue;
            }
            var lists = read.Where(policy => policy.Measures.Count > 0)
                .DistinctBy(policy =>
                    string.Join('\n', policy.Measures.Select(measure => Folding.Squeeze(measure.Value)))
                )
                .ToList();
            if (lists.Count > 1)
                Open("POLICY002", lists[1].At.Line, read[0].At.Word + read[0].No);
            var at = read.First(policy => lists.Count != 1 || policy.Measures.Count > 0);
            var no = new Read<string>(
                at.No,
                new Passage(
                    lines[at.At.Line].Page,
                    lines[at.At.Line].Number,
                    lines[at.At.Line].Number,
                    lines[at.At.Line].Text.IndexOf(at.No, StringComparison.Ordinal),
                    at.No
                )
            );
            policies.Add(new ReadPolicy(no, at.Name!, lists.Count == 1 ? lists[0].Measures : []));
        }
        return policies;
    }

    private void Open(string code, int line, params object?[] arguments) =>
        findings.Add(
            new Finding(
                code,
                Severity.Warning,
                new Evidence(
                    new Passage(lines[line].Page, lines[line].Number, lines[line].Number, 0, lines[line].Text)
                ),
                arguments
            )
        );
}
