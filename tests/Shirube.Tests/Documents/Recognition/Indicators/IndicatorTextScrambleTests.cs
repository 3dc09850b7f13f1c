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

    /// <summary>Sums that hold by chance, because the total of one row is misprinted and a baseline makes up for it.</summary>
    [Theory]
    [InlineData(17062, Scrambling.ColumnsForwards)]
    [InlineData(17062, Scrambling.ColumnPieces)]
    [InlineData(14404, Scrambling.ColumnsForwards)]
    [InlineData(14404, Scrambling.ColumnsUnderHeadings)]
    public void Recognise_MisprintThatSumsBearOut_StaysOpenWithRivals(int seed, Scrambling scrambling)
    {
        var table = new ScrambledTable(seed, scrambling, misprinted: true);

        var proposal = IndicatorText.Recognise(DocumentReader.Read("plan.txt", Encoding.UTF8.GetBytes(table.Text)));

        proposal.Indicators.ShouldAllBe(indicator => indicator.Targets.All(target => target.Figure == null));
        proposal.Findings.ShouldContain(finding => finding.Code == "KPI055");
    }

    /// <summary>So few and small figures add up another way, too.</summary>
    [Theory]
    [InlineData(26592, Scrambling.ColumnsUnderHeadings, false)]
    [InlineData(45831, Scrambling.ColumnsForwards, false)]
    [InlineData(44974, Scrambling.ColumnsBackwards, false)]
    [InlineData(49361, Scrambling.ColumnsUnderHeadings, true)]
    public void Recognise_FewSmallFigures_GivesNoWrongValue(int seed, Scrambling scrambling, bool misprinted) =>
        Wrong(new ScrambledTable(seed, scrambling, misprinted)).ShouldBeEmpty();

    [Theory]
    [InlineData(Scrambling.RowLines)]
    [InlineData(Scrambling.YearLines)]
    public void Recognise_LinesWithLabels_GivesEveryRow(Scrambling scrambling)
    {
        for (var seed = 0; seed < Tables; seed++)
            Recognise(new ScrambledTable(seed, scrambling))
                .ShouldAllBe(indicator => indicator.Targets.Any(target => target.Figure != null));
    }

    /// <summary>A reading that gives nothing is never wrong: of each scrambling so many targets are read at least.</summary>
    [Theory]
    [InlineData(Scrambling.RowLines, 1500)]
    [InlineData(Scrambling.YearLines, 1500)]
    [InlineData(Scrambling.AnchoredRows, 1160)]
    [InlineData(Scrambling.RowMajor, 1130)]
    [InlineData(Scrambling.ColumnsUnderHeadings, 1130)]
    [InlineData(Scrambling.ColumnsForwards, 1130)]
    [InlineData(Scrambling.ColumnsBackwards, 1130)]
    [InlineData(Scrambling.ColumnPieces, 18)]
    [InlineData(Scrambling.RowPieces, 6)]
    public void Recognise_ScrambledTables_ReadNoLessThanBefore(Scrambling scrambling, int floor) =>
        Enumerable
            .Range(0, 100)
            .SelectMany(seed => Recognise(new ScrambledTable(seed, scrambling)))
            .Sum(indicator => indicator.Targets.Count(target => target.Figure is not null))
            .ShouldBeGreaterThanOrEqualTo(floor);

    private static IReadOnlyList<string> Wrong(ScrambledTable table) => table.Compare(Recognise(table));

    private static IReadOnlyList<ReadIndicator> Recognise(ScrambledTable table) =>
        IndicatorText.Recognise(DocumentReader.Read("plan.txt", Encoding.UTF8.GetBytes(table.Text))).Indicators;
}
