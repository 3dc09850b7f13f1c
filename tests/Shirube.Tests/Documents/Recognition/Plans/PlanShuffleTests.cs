using System.Globalization;
using Shirube.Documents;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>A plan whose paragraphs a converter printed in any order: a value is right, or it is open.</summary>
public sealed class PlanShuffleTests
{
    [Fact]
    public void Read_ShuffledParagraphs_HoldsNoWrongValue()
    {
        var sample = new PlanSample
        {
            Cost = "総事業費　54,321千円\n\n工房の改修数\n\n若者の定着を図る起業セミナーの実施\n\n森の学校づくり推進",
        };
        var paragraphs = sample.ToText().Split("\n\n");
        for (var seed = 0; seed < 400; seed++)
        {
            var shuffled = (string[])paragraphs.Clone();
            new Random(seed).Shuffle(shuffled);
            ShouldHoldNothingWrong(PlanSample.ReadText(string.Join("\n\n", shuffled)), sample, seed);
        }
    }

    /// <summary>Values torn from their headings but in order, as converters print text boxes.</summary>
    [Fact]
    public void Read_TwoParagraphsExchanged_HoldsNoWrongNameOrDate()
    {
        var sample = new PlanSample();
        var paragraphs = sample.ToText().Split("\n\n");
        for (var one = 0; one < 6; one++)
        {
            for (var other = one + 1; other < 6; other++)
            {
                var exchanged = (string[])paragraphs.Clone();
                (exchanged[one], exchanged[other]) = (exchanged[other], exchanged[one]);
                ShouldHoldNothingWrong(PlanSample.ReadText(string.Join("\n\n", exchanged)), sample, (one * 10) + other);
            }
        }
    }

    private static void ShouldHoldNothingWrong(Reading reading, PlanSample sample, int seed)
    {
        var note = seed.ToString(CultureInfo.InvariantCulture);
        (reading.Title?.Value ?? sample.Title).ShouldBe(sample.Title, note);
        if (reading.Entities.Count > 0)
            string.Join('、', reading.Entities.Select(name => name.Value)).ShouldBe(sample.Authors, note);
        (reading.Area?.Value ?? sample.Area).ShouldBe(sample.Area, note);
        (reading.SupportMeasure?.Value ?? "A3007").ShouldBe("A3007", note);
        (reading.ProjectName?.Value ?? sample.ProjectName).ShouldBe(sample.ProjectName, note);
        (reading.ProjectStart?.Value ?? new DateOnly(2023, 4, 1)).ShouldBe(new DateOnly(2023, 4, 1), note);
        (reading.ProjectEnd?.Value ?? new DateOnly(2028, 3, 31)).ShouldBe(new DateOnly(2028, 3, 31), note);
        (reading.PlanStart?.Value.Date).ShouldBeNull(note);
        (reading.PlanEnd?.Value ?? new DateOnly(2028, 3, 31)).ShouldBe(new DateOnly(2028, 3, 31), note);
        (reading.TotalCostYen?.Value ?? 54_321_000m).ShouldBe(54_321_000m, note);
        foreach (var row in reading.Verification)
            (row.Month?.Value ?? 7).ShouldBe(7, note);
    }
}
