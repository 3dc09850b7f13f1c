using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>Whatever extraction does to a table, a value that is given is the one that was printed there.</summary>
public class IndicatorTextScrambleTests
{
    private const int Tables = 200;

    [Theory]
    [InlineData(Scrambling.RowLines)]
    [InlineData(Scrambling.YearLines)]
    [InlineData(Scrambling.AnchoredRows)]
    [InlineData(Scrambling.RowMajor)]
    [InlineData(Scrambling.ColumnsUnderHeadings)]
    [InlineData(Scrambling.ColumnsForwards)]
    [InlineData(Scrambling.ColumnsBackwards)]
    public void Recognise_WholeTable_GivesNoWrongValue(Scrambling scrambling) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Wrong(new ScrambledTable(seed, scrambling)).Count == 0)
            .QuickCheckThrowOnFailure();

    /// <summary>Fixed seeds: by chance a random table may fit another order in every respect.</summary>
    [Theory]
    [InlineData(Scrambling.ColumnPieces, false)]
    [InlineData(Scrambling.RowPieces, false)]
    [InlineData(Scrambling.AnchoredRows, true)]
    [InlineData(Scrambling.RowMajor, true)]
    [InlineData(Scrambling.ColumnsForwards, true)]
    [InlineData(Scrambling.ColumnPieces, true)]
    public void Recognise_PiecesOrMisprints_GivesNoWrongValue(Scrambling scrambling, bool misprinted) =>
        Enumerable
            .Range(0, Tables)
            .SelectMany(seed => Wrong(new ScrambledTable(seed, scrambling, misprinted)).Select(wrong => (seed, wrong)))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(Scrambling.RowLines)]
    [InlineData(Scrambling.YearLines)]
    public void Recognise_LinesWithLabels_GivesEveryRow(Scrambling scrambling)
    {
        for (var seed = 0; seed < Tables; seed++)
            Recognise(new ScrambledTable(seed, scrambling))
                .ShouldAllBe(indicator => indicator.Targets.Any(target => target.Figure != null));
    }

    private static IReadOnlyList<string> Wrong(ScrambledTable table) => table.Compare(Recognise(table));

    private static IReadOnlyList<ReadIndicator> Recognise(ScrambledTable table) =>
        IndicatorText.Recognise(DocumentReader.Read("plan.txt", Encoding.UTF8.GetBytes(table.Text))).Indicators;
}
