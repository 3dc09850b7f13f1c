using FsCheck;
using FsCheck.Fluent;
using Shirube.Documents.Comparison;

namespace Shirube.Tests.Documents.Comparison;

public sealed class RunTests
{
    [Fact]
    public void Pieces_WithRoomForOneMoreLetterBeforeAPair_CloseThePieceBeforeIt() =>
        Run.Pieces([new("あいう", false), new("𠮷野", true)], 4)
            .Select(piece => string.Concat(piece.Select(run => run.Text)))
            .ShouldBe(["あいう", "𠮷野"]);

    [Fact]
    public void Pieces_OfAnyRuns_ArePutTogetherAgainTheRunsAndCutNoPair() =>
        Prop.ForAll(
                Gen.Choose(1, 7).ToArbitrary(),
                Gen.Elements("あ", "𠮷", "。", "\n").ArrayOf().ToArbitrary(),
                (longest, letters) =>
                {
                    Run[] runs =
                    [
                        new(string.Concat(letters.Take(letters.Length / 2)), false),
                        new(string.Concat(letters.Skip(letters.Length / 2)), true),
                    ];
                    var pieces = Run.Pieces(runs, longest);

                    string.Concat(pieces.SelectMany(piece => piece).Select(run => run.Text))
                        .ShouldBe(string.Concat(letters));
                    foreach (var run in pieces.SelectMany(piece => piece).Where(run => run.Text.Length > 0))
                    {
                        char.IsHighSurrogate(run.Text[^1]).ShouldBeFalse();
                        char.IsLowSurrogate(run.Text[0]).ShouldBeFalse();
                    }
                    foreach (var piece in pieces)
                        piece.Sum(run => run.Text.Length).ShouldBeLessThanOrEqualTo(Math.Max(longest, 2));
                }
            )
            .QuickCheckThrowOnFailure();
}
