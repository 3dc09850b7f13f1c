using System.Text;
using Shirube.Documents.Stored;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

public sealed class CopyPlanTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_OfAnOwnPlan_HoldsAllOfItAndKeepsWhereItCameFrom()
    {
        var office = await WritingOffice.OpenAsync(database, "102032");
        var plan = await FilledPlan.MakeAsync(office);
        var before = await office.OpenAsync(plan);

        var copy = await office.OpenAsync(await office.CopyAsync(before.Draft.Address, "次の計画"));

        copy.Content["1"].ShouldBe("次の計画");
        copy.Content.Passages.Remove("1").ShouldBe(before.Content.Passages.Remove("1"));
        copy.Content.Indicators.ShouldHaveSingleItem().Targets.ShouldBe(before.Content.Indicators[0].Targets);
        copy.Draft.CopiedFrom.ShouldBe(before.Draft.Address);
        copy.Passages["4-1"].CopiedFrom.ShouldBe(before.Draft.Address + "/sections/4-1");
        copy.Undone.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Copy_OfAnImportedPlan_TakesItsTextsUnderTheKeysOfTheForm()
    {
        var office = await WritingOffice.OpenAsync(database, "100005");
        var document = await ImportAsync("100005", "001");

        var copy = await office.OpenAsync(await office.CopyAsync(document, "次の計画"));

        var content = copy.Content;
        content.Authors.Select(author => author.Name).ShouldBe(["群馬県", "群馬県桐生市"]);
        content["3"].ShouldBe("群馬県の全域");
        content["4-1"].ShouldStartWith("【群馬県におけるこれまでの取組】\n群馬県においては");
        content["4-1"].ShouldContain("【人材における構造的な課題】");
        content["4-2-summary"].ShouldContain("【将来像】");
        content["4-2-summary"].ShouldNotContain("9,700");
        content["5-2-3"].ShouldContain("【産業のデジタル化】");
        content["5-2-4-autonomy"].ShouldContain("3.6%");
        content["5-2-4-digital"].ShouldContain("取組①");
        content["5-2-9"].ShouldBe("");
        content.Facts.CostYen.ShouldBe(2_314_625_000m);
        content.Facts.ProjectEnd.ShouldBe(new DateOnly(2029, 3, 31));
        content.Years.Select(year => year.Year).ShouldBe([2024, 2025, 2026, 2027, 2028, 2029]);
        content.Indicators.Select(indicator => indicator.Total).ShouldBe([9_700, 20, 30, 29_720]);
        content.Reviews.Select(review => review.Month).ShouldBe([9, 9]);
    }

    [Fact]
    public async Task Find_OfAVerificationSheet_IsNoPlanToBeginFrom()
    {
        var sheet = await ImportAsync("100005", "002");
        await using var db = database.NewContext("100005");

        (await PlanSources.FindAsync(db, sheet, Cancel)).ShouldBeNull();

        (await PlanSources.AllAsync(db, Cancel)).ShouldNotContain(source => sheet.StartsWith(source.Address));
    }

    [Fact]
    public async Task Copy_OfADocumentWithAnnexesThatNoPlanCanHold_LeavesThemBlank()
    {
        var office = await WritingOffice.OpenAsync(database, "100005");
        await using var db = database.NewContext("100005");
        var file = new ImportedFile("総合計画.md", Encoding.UTF8.GetBytes(DoubtfulAnnexes));
        var document = (await db.ImportAsync(file, Cancel)).Address;

        var content = (await office.OpenAsync(await office.CopyAsync(document, "次の計画"))).Content;

        content.Authors.Select(author => author.Name).ShouldBe(["群馬県", "桐生市"]);
        content.Funding.Select(amount => (amount.Year.Year, amount.Yen)).ShouldBe([(2028, 7_000m)]);
        content.PrivateShares.ShouldBe([new PrivateShareTarget(7, 5)]);
        content.Nodes.ShouldHaveSingleItem().Weight.ShouldBeNull();
        content.Schedule.ShouldHaveSingleItem().Name.ShouldBe("整備");
    }

    private const string DoubtfulAnnexes = """
        # 群馬総合計画

        ## 1 計画の名称

        群馬総合計画

        ## 2 作成主体

        群馬県及び桐生市

        ## 5 計画期間

        2026年4月1日から2030年3月31日まで

        ## 8 施策体系

        ### 施策1　販路の開拓

        （評価の重み）0

        ## 別添1　工程表

        | 取組 | 期間 |
        | --- | --- |
        | 整備 | 2026年4月～2027年3月 |
        | 講座 | 2028年4月～2027年3月 |

        ## 別添2　財源計画

        （単位：千円）

        | 年度 | 交付金 |
        | --- | --- |
        | 2026年度 | 10 |
        | 令和8年度 | 20 |
        | 2027年度 | 1.2345 |
        | 2028年度 | 7 |

        民間資金の割合の目標　6年目　150％

        民間資金の割合の目標　7年目　5％

        """;

    [Fact]
    public async Task Copy_OfAnotherGovernmentsPlan_BecomesOnesOwnWithALinkToIt()
    {
        var prefecture = await WritingOffice.OpenAsync(database, "100005");
        var document = await ImportAsync("100005", "001");
        var city = await WritingOffice.OpenAsync(database, "102041");
        await prefecture.ShareAsync(document, "102041");

        var copy = (await city.OpenAsync(await city.CopyAsync(document, "伊勢崎市の計画"))).Content;

        copy.Authors.ShouldHaveSingleItem().Name.ShouldBe("群馬県伊勢崎市");
        copy["3"].ShouldBe("");
        copy.Reviews.ShouldHaveSingleItem().Method.ShouldBe("");
        copy.Links.ShouldHaveSingleItem().Relation.ShouldBe(PlanRelation.Above);
    }

    [Fact]
    public async Task Copy_OfWhatIsNotShared_FindsNoSuchPlan()
    {
        var document = await ImportAsync("100005", "001");
        var stranger = await WritingOffice.OpenAsync(database, "102083");
        await using var db = stranger.NewContext();

        (await PlanSources.FindAsync(db, document, Cancel)).ShouldBeNull();
        (await PlanSources.FindAsync(db, "/governments/100005/plans/1", Cancel)).ShouldBeNull();
        (await PlanSources.AllAsync(db, Cancel)).ShouldBeEmpty();
    }

    /// <returns>Address of the document.</returns>
    private async Task<string> ImportAsync(string government, string document)
    {
        await using var db = database.NewContext(government);
        var path = Repository.Document(document);
        var file = new ImportedFile(Path.GetFileName(path), await File.ReadAllBytesAsync(path, Cancel));
        return (await db.ImportAsync(file, Cancel)).Address;
    }
}
