using Shirube.Approvals;
using Shirube.Tests.Support;

namespace Shirube.Tests.Approvals;

public sealed class ApprovalTransitionTests
{
    [Fact]
    public void Table_Whole_LeadsFromTheDraftToEveryStateAndEndsTwice()
    {
        var reached = new HashSet<ApprovalState> { ApprovalState.Draft };
        while (
            ApprovalTransition.All.FirstOrDefault(row =>
                row.From is { } from && reached.Contains(from) && !reached.Contains(row.To)
            )
                is { } next
        )
            reached.Add(next.To);

        reached.Order().ShouldBe(Enum.GetValues<ApprovalState>().Order());
        Enum.GetValues<ApprovalState>()
            .Where(ApprovalTransition.IsEnd)
            .ShouldBe([ApprovalState.Decided, ApprovalState.Discarded]);
        ApprovalTransition.All.DistinctBy(row => (row.From, row.Act)).Count().ShouldBe(ApprovalTransition.All.Count);
    }

    [Fact]
    public void Document_OfTheTable_SaysWhatTheTableSays()
    {
        var written = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "approvals.md"))
            .Where(line =>
                line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal)
            )
            .Select(line => line.Replace("`", "", StringComparison.Ordinal))
            .ToList();

        var expected = ApprovalTransition.All.Select(row =>
            $"| {row.From?.ToString() ?? "―"} | {row.Act} | {row.To} | {row.Who} |"
        );

        written.ShouldBe(expected);
    }
}
