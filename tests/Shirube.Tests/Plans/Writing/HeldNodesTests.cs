using FsCheck;
using FsCheck.Fluent;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.Writing;

/// <summary>Whatever is done to a tree, it stays one: no node is lost, none hangs below itself, siblings have an order.</summary>
public sealed class HeldNodesTests
{
    [Fact]
    public void Moves_AnyNumberOfThem_LoseNoNodeAndMakeNoCycle() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes => Make([.. bytes.Chunk(3).Where(move => move.Length == 3).Select(m => (m[0], m[1], m[2]))])
            )
            .QuickCheckThrowOnFailure();

    private static void Make((byte Node, byte To, byte How)[] moves)
    {
        var nodes = Grown();
        var expected = nodes.Rows.Count;

        foreach (var (which, to, how) in moves)
        {
            var node = nodes.Rows[which % nodes.Rows.Count];
            var target = to % (nodes.Rows.Count + 1) is var at && at < nodes.Rows.Count ? nodes.Rows[at] : null;
            switch (how % 5)
            {
                case 0:
                    nodes.MoveBy(node, -1);
                    break;
                case 1:
                    nodes.MoveBy(node, 1);
                    break;
                case 2 when nodes.Rows.Count > 3:
                    nodes.TakeOut(node);
                    expected--;
                    break;
                case 3 when target is null || !nodes.IsIn(node, target):
                    nodes.MoveTo(node, target);
                    nodes.ChildrenOf(target?.Number)[^1].ShouldBe(node);
                    break;
            }
            ShouldBeATree(nodes, expected);
        }
    }

    [Fact]
    public void TakeOut_ANodeWithChildren_PutsThemInItsPlace()
    {
        var nodes = Grown();
        var second = nodes.ChildrenOf(null)[1];
        var children = nodes.ChildrenOf(second.Number);

        nodes.TakeOut(second);

        nodes.ChildrenOf(null).Skip(1).Take(children.Count).ShouldBe(children);
        ShouldBeATree(nodes, 15);
    }

    [Fact]
    public void Add_BehindSiblingsOfWhichSomeWereTakenOut_IsTheLast()
    {
        var nodes = Grown();
        var siblings = nodes.ChildrenOf(null);
        nodes.TakeOutWithBelow(siblings[0]);
        nodes.TakeOutWithBelow(siblings[1]);
        var added = new DraftNode
        {
            Number = 0,
            Name = "後から",
            Text = "",
        };

        nodes.Add(added);

        nodes.ChildrenOf(null)[^1].ShouldBe(added);
    }

    private static void ShouldBeATree(HeldNodes nodes, int count)
    {
        nodes.Rows.Count.ShouldBe(count);
        var reached = nodes.ChildrenOf(null).SelectMany(root => nodes.Below(root).Prepend(root)).ToList();
        reached.Count.ShouldBe(count);
        reached.Distinct().Count().ShouldBe(count);
        foreach (var siblings in nodes.Rows.GroupBy(node => node.Parent))
            siblings.Select(node => node.Position).Distinct().Count().ShouldBe(siblings.Count());
    }

    /// <summary>Sixteen nodes: each of the first ones has three below it.</summary>
    private static HeldNodes Grown()
    {
        var nodes = new HeldNodes([]);
        for (var number = 1; number <= 16; number++)
            nodes.Add(
                new DraftNode
                {
                    Number = number,
                    Parent = number <= 4 ? null : (number - 2) / 3,
                    Name = $"{number}",
                    Text = "",
                }
            );
        return nodes;
    }
}
