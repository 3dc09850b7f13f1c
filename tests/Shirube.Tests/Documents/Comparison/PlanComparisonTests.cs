using FsCheck;
using FsCheck.Fluent;
using Shirube.Documents;
using Shirube.Documents.Comparison;
using Shirube.Documents.Recognition;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Comparison;

public sealed class PlanComparisonTests
{
    private static readonly Lazy<PlanComparison> Gunma = new(() => PlanComparison.Between(Real("000"), Real("001")));

    [Theory]
    [InlineData("初心者を体系的", "初心者体系的")]
    [InlineData("ので", "の中で")]
    [InlineData("移輸出入収支", "移輸入収支")]
    [InlineData("覗", "窺")]
    [InlineData("一体", "全体")]
    [InlineData("クリエィティブ", "クリエイティブ")]
    public void Between_TwoReadingsOfOnePlan_MarksTheWordsThatDiffer(string before, string after) =>
        Gunma.Value.Changes.ShouldContain(row =>
            row.Kind == ChangeKind.Changed
            && row.Old.Any(run => run.IsChanged && run.Text.Contains(before, StringComparison.Ordinal))
            && row.New.Any(run => run.IsChanged && run.Text.Contains(after, StringComparison.Ordinal))
        );

    [Fact]
    public void Between_TwoReadingsOfOnePlan_PairsWhatTheLinesPartOtherwise()
    {
        var text = Gunma.Value.Rows.Where(row => row.Subject == RowSubject.Text).ToList();

        // A dump in lines of 43 letters against paragraphs: nearly all prose stands beside its other self.
        text.Count(row => row.Kind is ChangeKind.Same or ChangeKind.Rewritten).ShouldBeGreaterThan(75);
        text.Count(row => row.Kind == ChangeKind.Changed).ShouldBeLessThan(32);
        text.Where(row => row.Kind == ChangeKind.Rewritten)
            .ShouldContain(row =>
                row.OldText.Contains("１．０", StringComparison.Ordinal)
                && row.NewText.Contains("1.0", StringComparison.Ordinal)
            );
        text.Where(row => row.Kind == ChangeKind.Moved).ShouldAllBe(row => row.MovedFrom != null);
    }

    [Fact]
    public void Between_TwoReadingsOfOnePlan_CallsNoFigureChangedThatOneSideLacks()
    {
        var indicators = Gunma.Value.Rows.Where(row => row.Subject == RowSubject.Indicator).ToList();

        indicators.Count.ShouldBe(4);
        indicators.ShouldAllBe(row => row.Kind == ChangeKind.Unclear);
        indicators
            .SelectMany(row => row.Cells)
            .Select(cell => cell.Field)
            .Distinct()
            .ShouldBe([CellField.Unit, CellField.Baseline]);
        Gunma.Value.Rows.Where(row => row.Subject == RowSubject.Fact).ShouldAllBe(row => row.Kind == ChangeKind.Same);
    }

    [Fact]
    public void Between_TwoReadingsOfOnePlan_TakesARemarkAtTheEdgeOfALineForNoChange() =>
        Gunma
            .Value.Changes.SelectMany(row => row.Old.Concat(row.New))
            .ShouldAllBe(run => !run.IsChanged || !run.Text.Contains("R5.12時点", StringComparison.Ordinal));

    [Fact]
    public void Between_ShortTextsOfTwoPlaces_DoesNotTakeOneForTheOther() =>
        PlanComparison
            .Between(
                Plan([("2 主体", []), ("5 体制", ["群馬県桐生市"])]),
                Plan([("2 主体", ["群馬県、群馬県桐生市"]), ("5 体制", [])])
            )
            .Changes.Select(row => row.Kind)
            .ShouldBe([ChangeKind.Added, ChangeKind.Removed]);

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("004")]
    public void Between_AReadingAndItself_FindsNothing(string number) =>
        PlanComparison.Between(Real(number), Real(number)).Changes.ShouldBeEmpty();

    [Fact]
    public void Between_APlanAndItself_FindsNothing() =>
        ForSeeds(
            (seed, _) =>
                PlanComparison.Between(GeneratedPlans.Of(seed), GeneratedPlans.Of(seed)).Changes.ShouldBeEmpty()
        );

    [Fact]
    public void Between_AnyTwo_LosesNoLetterOfEither() =>
        ForSeeds(
            (seed, edit) =>
            {
                var old = GeneratedPlans.Of(seed);
                var now = GeneratedPlans.Edited(old, edit);

                var rows = PlanComparison.Between(old, now).Rows.Where(row => row.Subject == RowSubject.Text).ToList();

                Letters(rows.Select(row => row.OldText)).ShouldBe(Letters(TextOf(old)));
                Letters(rows.Select(row => row.NewText)).ShouldBe(Letters(TextOf(now)));
            }
        );

    [Fact]
    public void Between_AnyTwo_MarksWhateverTheOtherSideHasNot() =>
        ForSeeds(
            (seed, edit) =>
            {
                var old = GeneratedPlans.Of(seed);

                var rows = PlanComparison.Between(old, GeneratedPlans.Edited(old, edit)).Rows;

                // What is not marked says the same on both sides.
                foreach (
                    var row in rows.Where(row =>
                        row.Kind is ChangeKind.Changed or ChangeKind.Same or ChangeKind.Rewritten
                    )
                )
                    Unmarked(row.Old).ShouldBe(Unmarked(row.New));
                rows.Where(row => row.Kind is ChangeKind.Added or ChangeKind.Removed)
                    .ShouldAllBe(row => row.Old.Concat(row.New).All(run => run.IsChanged));
            }
        );

    [Fact]
    public void Between_SidesSwapped_IsMirrored() =>
        ForSeeds(
            (seed, edit) =>
            {
                var old = GeneratedPlans.Of(seed);
                var now = GeneratedPlans.Edited(old, edit);

                var there = PlanComparison.Between(old, now).Rows;
                var back = PlanComparison.Between(now, old).Rows;

                Marked(there.Select(row => row.Old)).ShouldBe(Marked(back.Select(row => row.New)));
                Marked(there.Select(row => row.New)).ShouldBe(Marked(back.Select(row => row.Old)));
            }
        );

    [Fact]
    public void Between_AShortRemarkBehindTheSameSentence_IsNoChange() =>
        PlanComparison
            .Between(
                Plan([
                    ("4-1 課題", ["自動車産業に一極集中している。（令和元年）。情報通信業の割合は小さいものである。"]),
                ]),
                Plan([("4 産業", ["自動車産業に一極集中している。（令和元年）。情報通信業の割合は小さいものである。"])])
            )
            .Rows.SelectMany(row => row.Old.Concat(row.New))
            .ShouldAllBe(run => !run.IsChanged || !run.Text.Contains("令和元年", StringComparison.Ordinal));

    [Fact]
    public void Between_TwoReadingsOfOnePlan_MarksNoRemarkThatBothHave() =>
        Gunma
            .Value.Changes.SelectMany(row => row.Old.Concat(row.New))
            .ShouldAllBe(run => !run.IsChanged || run.Text != "（令和元年）。");

    [Fact]
    public void Between_AFigureOfTheTable_IsSaidOnceAsAValue()
    {
        ComparedPlan With(string cost, string figure) =>
            new(
                [new(PlanFact.TotalCost, cost + "千円")],
                [
                    new(
                        1,
                        "利用者数",
                        "人",
                        [
                            IndicatorCell.OfText(CellField.Name, "利用者数"),
                            IndicatorCell.OfNumber(CellField.Total, decimal.Parse(figure, null)),
                        ]
                    ),
                ],
                [
                    new(
                        new Place("4-2", ["目標"]),
                        "4-2 目標",
                        [$"KPI①\t利用者数\t{figure}", $"{figure}回の講座を開く。"]
                    ),
                    new(new Place("5-2", ["事業"]), "5-2 事業", [$"総事業費　{cost}千円"]),
                ]
            );

        var changes = PlanComparison.Between(With("2,314,625", "300"), With("2,414,625", "310")).Changes.ToList();

        changes.Select(row => row.Subject).ShouldBe([RowSubject.Fact, RowSubject.Indicator, RowSubject.Text]);
        // A number in a sentence may count something else.
        changes[2].NewText.ShouldContain("310回の講座");
    }

    [Fact]
    public void Between_ATableThatATranscriptionScattered_IsNoRemovedText()
    {
        IReadOnlyList<ComparedIndicator> indicators =
        [
            new(
                1,
                "利用者数",
                "人",
                [
                    IndicatorCell.OfText(CellField.Name, "利用者数"),
                    IndicatorCell.OfText(CellField.Unit, "人"),
                    IndicatorCell.OfNumber(CellField.Total, 9_400),
                ]
            ),
        ];
        ComparedPlan With(params IReadOnlyList<string> lines) =>
            new([], indicators, [new(new Place("4-2", ["目標"]), "4-2 目標", lines)]);

        PlanComparison
            .Between(
                With("2024年度", "増加分", "（１年目）", "9,400.00", "ＫＰＩ①", "単位", "KPI① 利用者数"),
                With("ＫＰＩ①\t利用者数\t単位\t人", "ＫＰＩ①\t9,400.00\t-")
            )
            .Changes.ShouldBeEmpty();
        PlanComparison.Between(With("9,401.00"), With("単位")).Changes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Between_AFactThatOneSideLacks_SaysWhichSideAndWhat()
    {
        var row = PlanComparison
            .Between(
                new ComparedPlan([new(PlanFact.Area, null)], [], []),
                new ComparedPlan([new(PlanFact.Area, "群馬県の全域")], [], [])
            )
            .Changes.ShouldHaveSingleItem();

        row.Kind.ShouldBe(ChangeKind.Unclear);
        row.Note.ShouldContain("古い方に");
        row.Note.ShouldContain("区域");
        ChangeProposal
            .Of(
                PlanComparison.Between(
                    new ComparedPlan([new(PlanFact.Area, null)], [], []),
                    new ComparedPlan([new(PlanFact.Area, "群馬県の全域")], [], [])
                )
            )
            .Lines.ShouldContain(line =>
                line.Contains("区域", StringComparison.Ordinal)
                && line.Contains("判断できません", StringComparison.Ordinal)
            );
    }

    [Fact]
    public void Between_AParagraphThatMoved_SaysWhereFrom()
    {
        const string Text =
            "実証フィールドの発掘、発信を実施することにより、公共施設や農地、工場等での実証も促進する。";
        var row = Only([("4-1 課題", [Text]), ("5-1 概要", [])], [("4-1 課題", []), ("5-1 概要", [Text])]);

        row.Kind.ShouldBe(ChangeKind.Moved);
        row.MovedFrom!.Label.ShouldBe("4-1 課題");
        row.Place.Label.ShouldBe("5-1 概要");
    }

    [Theory]
    [InlineData("計画期間は１，８００日とする。", "計画期間は1800日とする。", ChangeKind.Rewritten)]
    [InlineData("参加者\t1,800\t-", "参加者\t1800.00\t-", ChangeKind.Rewritten)]
    [InlineData("参加者\t1,800\t-", "参加者\t1,800\t", ChangeKind.Changed)]
    [InlineData("調査の時点\t2024.1", "調査の時点\t2024.10", ChangeKind.Changed)]
    [InlineData("第1.1節のとおりとする。", "第1.10節のとおりとする。", ChangeKind.Changed)]
    public void Between_Numbers_AreTheSameOnlyWhereTheyAre(string before, string after, ChangeKind kind) =>
        Only([("4 目標", [before])], [("4 目標", [after])]).Kind.ShouldBe(kind);

    [Fact]
    public void Between_WordsBeyondTheCap_SaysThatItDidNotCompareThem()
    {
        var before = string.Concat(Enumerable.Range(0, 3000).Select(i => $"地域{i}と"));

        var row = Only([("4 目標", [before + "企業。"])], [("4 目標", [before + "大学。"])]);

        row.IsCapped.ShouldBeTrue();
        row.Old.ShouldHaveSingleItem().IsChanged.ShouldBeTrue();
    }

    [Fact]
    public void Between_ManyTextsInTheSameWords_SaysThatPairsMayBeMissing()
    {
        (string, string[]) Same(string word) =>
            (
                "4 目標",
                [.. Enumerable.Range(0, 3000).Select(i => $"参加者の満足度を{word}のように毎年度調べて公表する（{i}）")]
            );

        PlanComparison.Between(Plan([Same("次")]), Plan([Same("前")])).IsPairingCapped.ShouldBeTrue();
    }

    private static ComparisonRow Only((string, string[])[] old, (string, string[])[] now) =>
        PlanComparison.Between(Plan(old), Plan(now)).Changes.ShouldHaveSingleItem();

    private static ComparedPlan Plan((string Heading, string[] Texts)[] parts) =>
        new(
            [],
            [],
            [
                .. parts.Select(part => new ComparedPart(
                    new Place(part.Heading.Split(' ')[0], [part.Heading.Split(' ')[1]]),
                    part.Heading,
                    part.Texts
                )),
            ]
        );

    private static void ForSeeds(Action<int, int> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Two().ToArbitrary(), seeds => holds(seeds.Item1, seeds.Item2))
            .QuickCheckThrowOnFailure();

    private static IEnumerable<string> TextOf(ComparedPlan plan) =>
        plan.Parts.SelectMany(part => part.Paragraphs.Prepend(part.Heading));

    private static string Letters(IEnumerable<string> texts) =>
        string.Concat(string.Concat(texts).Where(letter => letter != '\n').Order());

    private static string Unmarked(IEnumerable<Run> runs) =>
        ScriptChunks
            .Fold(string.Concat(runs.Where(run => !run.IsChanged).Select(run => run.Text)))
            .Replace("\t", "", StringComparison.Ordinal)
            .Replace(",", "", StringComparison.Ordinal);

    private static string Marked(IEnumerable<IReadOnlyList<Run>> sides) =>
        Letters(sides.SelectMany(runs => runs).Where(run => run.IsChanged).Select(run => run.Text));

    private static ComparedPlan Real(string number)
    {
        var path = Repository.Document(number);
        return ComparedPlan.Of(Recogniser.Read(DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(path))));
    }
}
