using Shirube.Documents;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>The same facts in the words of other governments: a value is right, or open with a finding that says why.</summary>
public sealed class PlanWordingsTests
{
    private static readonly PlanSample OneAuthor = new() { Authors = "高知県室戸市", Area = "高知県室戸市の全域" };

    [Theory]
    [InlineData(
        "毎年度７月に外部有識者で構成する「室戸市総合戦略推進会議」で検証し、市公式ウェブサイトで公表する。",
        7,
        "室戸市総合戦略推進会議",
        "市公式ウェブサイトで公表する"
    )]
    [InlineData(
        "毎年度、翌年度の８月頃に、産学官金労言で構成する室戸市まち・ひと・しごと創生会議において事業の効果を検証する。結果は、市ホームページ、広報紙により公表する。",
        8,
        "室戸市まち・ひと・しごと創生会議",
        "結果は、市ホームページ、広報紙により公表する"
    )]
    public void Read_VerificationInSentences_GivesEachPart(string text, int month, string body, string publication)
    {
        var row = (OneAuthor with { Evaluation = text }).Read().Verification.ShouldHaveSingleItem();

        row.Month!.Value.ShouldBe(month);
        row.Body!.Value.ShouldBe(body);
        row.Publication!.Value.ShouldBe(publication);
    }

    [Theory]
    [InlineData("⑦　交付対象事業に要する費用")]
    [InlineData("⑦　総事業費")]
    [InlineData("⑦　事業にかかるお金、負担の割合")]
    [InlineData("⑦　他の計画との関係：なし")]
    public void Read_SectionInOtherWords_EndsTheValueBeforeIt(string heading)
    {
        var text = new PlanSample().ToText();
        text.ShouldContain("⑦　交付対象事業に要する経費");

        var reading = PlanSample.ReadText(text.Replace("⑦　交付対象事業に要する経費", heading));

        reading.Verification.ShouldHaveSingleItem().Publication!.Value.ShouldBe("県ホームページで公表");
        reading.Chapters.ShouldContain(chapter =>
            chapter.Number == "5-2⑦" && heading.Contains(chapter.Title.Value, StringComparison.Ordinal)
        );
        if (heading.EndsWith('費'))
            reading.TotalCostYen!.Value.ShouldBe(54_321_000m);
    }

    [Fact]
    public void Read_ListWithinASection_BeginsNoSection()
    {
        var text = new PlanSample().ToText();
        var list = "①　空き家の改修\n\n②　人材の育成\n\n③　販路の開拓\n\n④　森の学校の開設\n\n";

        var reading = PlanSample.ReadText(text.Replace("空き家を工房に改修し、", list + "空き家を工房に改修し、"));

        reading.Chapters.ShouldNotContain(chapter => chapter.Number == "5-2④");
        reading.Chapters.Single(chapter => chapter.Number == "5-2③").Text.Value.ShouldContain("森の学校");
    }

    [Fact]
    public void Read_TwoMonths_LeavesTheMonthOpenAndSaysWhy()
    {
        var reading = (
            OneAuthor with
            {
                Evaluation = "【検証時期】\n年２回（９月、３月）\n【検証方法】\n有識者会議による検証",
            }
        ).Read();

        reading.Verification.ShouldHaveSingleItem().Month.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == "PLAN009");
        reading.Findings.ShouldNotContain(finding => finding.Code == "PLAN105");
    }

    [Theory]
    [InlineData("商工会議所２名、大学１名、銀行１名の計４名", false)]
    [InlineData("商工会議所２名、大学１名、銀行１名の計５名", true)]
    public void Read_SeatsAndTheirTotal_SaysWhereTheyDiffer(string seats, bool differs)
    {
        var reading = (
            OneAuthor with
            {
                Evaluation =
                    $"【検証時期】\n毎年度９月\n【外部組織の参画者】\n{seats}\n【検証結果の公表の方法】\n市ＨＰで公表",
            }
        ).Read();

        reading.Verification.ShouldHaveSingleItem().Seats.Sum(seat => seat.Count!.Value).ShouldBe(4);
        reading.Findings.Any(finding => finding.Code == "PLAN124").ShouldBe(differs);
    }

    [Theory]
    [InlineData("総事業費　23億1,462万5千円（税込）", 2_314_625_000)]
    [InlineData("総事業費（千円）\t2,314,625", 2_314_625_000)]
    [InlineData(
        "（単位：千円）\n区分\t令和6年度\t令和7年度\t合計\n総事業費\t10,000\t20,000\t30,000\n交付対象経費\t9,000\t9,000\t18,000",
        30_000_000
    )]
    [InlineData("年度\t総事業費（千円）\n令和6年度\t10,000\n令和7年度\t20,000\n合計\t30,000", 30_000_000)]
    public void Read_Cost_ScalesWhatIsPrinted(string cost, long yen)
    {
        var reading = (OneAuthor with { Cost = cost }).Read();

        reading.TotalCostYen!.Value.ShouldBe(yen);
        reading.Findings.ShouldNotContain(finding => finding.Code == "PLAN107");
    }

    [Fact]
    public void Read_YearsThatDoNotAddUp_SaysSo() =>
        (OneAuthor with { Cost = "（単位：千円）\n区分\t令和6年度\t令和7年度\t合計\n総事業費\t10,000\t20,000\t31,000" })
            .Read()
            .Findings.ShouldContain(finding => finding.Code == "PLAN107");

    [Fact]
    public void Read_OnlyTheGrantedPart_LeavesTheTotalOpen() =>
        (OneAuthor with { Cost = "交付対象経費　27,000千円" }).Read().TotalCostYen.ShouldBeNull();

    [Fact]
    public void Read_NameOfSeveralTowns_IsThatOfTheAuthorsPrefecture()
    {
        var reading = (new PlanSample { Authors = "長野県飯田市並びに長野県下伊那郡松川町及び高森町" }).Read();

        reading.Entities.Select(name => name.Value).ShouldBe(["長野県飯田市", "長野県下伊那郡松川町", "高森町"]);
        reading.Findings.ShouldNotContain(finding => finding.Code == "PLAN104" || finding.Code == "PLAN116");
    }

    [Fact]
    public void Read_CodeBrokenOverLines_IsOne() =>
        (OneAuthor with { Measure = "○　地方創生推進タイプ（内閣府）：【Ａ３０\n０７】" })
            .Read()
            .SupportMeasure!.Value.ShouldBe("A3007");

    [Theory]
    [InlineData("　")]
    [InlineData(" ……… ")]
    [InlineData("\t")]
    public void Read_TableOfContents_IsNoChapter(string gap)
    {
        var contents =
            "目次\n"
            + string.Join(
                '\n',
                OneAuthor.Parts.Where(part => char.IsDigit(part.Heading[0])).Select(part => part.Heading + gap + "3")
            );
        var reading = PlanSample.ReadText(contents + "\n\n" + OneAuthor.ToText());

        reading.Title!.Value.ShouldBe(OneAuthor.Title);
        reading.Chapters.Count(chapter => chapter.Number == "1").ShouldBe(1);
    }

    [Fact]
    public void Read_AnnexBehindThePlan_IsNoPartOfIt()
    {
        var reading = PlanSample.ReadText(
            OneAuthor.ToText()
                + "\n\n参考資料１　統計\n総事業費　999千円\n計画期間　2020年4月1日から2021年3月31日まで\n"
        );

        reading.TotalCostYen!.Value.ShouldBe(54_321_000m);
        reading.PlanEnd!.Value.ShouldBe(new DateOnly(2028, 3, 31));
    }

    [Theory]
    [InlineData("第２回推進会議　議事録\n\n１　地域再生計画の効果検証について\n今後の方針\n実績値\n")]
    [InlineData("令和７年度当初予算の概要\n\n市税\t1,200,000\n地域再生計画推進事業　12,000千円\n")]
    [InlineData("うさぎ追いしかの山\n小ぶな釣りしかの川\n")]
    public void Read_AnotherKindOfDocument_IsUnknown(string text)
    {
        var reading = PlanSample.ReadText(text);

        reading.Kind.ShouldBe(ReadingKind.Unknown);
        reading.Findings.ShouldContain(finding => finding.Code == "DOC050");
    }
}
