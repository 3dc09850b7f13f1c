using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

public sealed class SavePassageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_OnTheTextThatWasSeen_IsSavedAndBeginsItsSection()
    {
        var office = await WritingOffice.OpenAsync(database, "100005");
        var plan = await office.StartAsync(PlanForm.A3007);

        var first = await office.SaveAsync(plan, "4-1", "人口が減っている。\r\n産業が偏る。", seen: 0);
        var second = await office.SaveAsync(plan, "4-1", "人口が減っている。", seen: first.Revision);

        (first.Rival, first.Fault, second.Revision).ShouldBe((null, null, 2));
        var open = await office.OpenAsync(plan);
        open.Content["4-1"].ShouldBe("人口が減っている。");
        open.StateOf(PlanOutline.Find(PlanForm.A3007, "4-1")!).ShouldBe(SectionState.Writing);
        open.StateOf(PlanOutline.Find(PlanForm.A3007, "5-2-3")!).ShouldBe(SectionState.NotStarted);
    }

    [Fact]
    public async Task Save_OnAnOlderText_KeepsBothAndOverwritesNeither()
    {
        var office = await WritingOffice.OpenAsync(database, "102032");
        var plan = await office.StartAsync(PlanForm.A3007);
        var other = await office.ColleagueAsync();
        await office.SaveAsync(plan, "4-1", "一人目の文", seen: 0);

        var late = await office.SaveAsync(plan, "4-1", "二人目の文", seen: 0, other);
        var later = await office.SaveAsync(plan, "4-1", "二人目の文の続き", seen: 0, other, rival: late.Rival);

        late.Rival.ShouldNotBeNull();
        later.Rival.ShouldBe(late.Rival);
        var open = await office.OpenAsync(plan);
        open.Content["4-1"].ShouldBe("一人目の文");
        open.Rivals.ShouldHaveSingleItem().Text.ShouldBe("二人目の文の続き");

        var early = SeenRival.Of(open.Rivals[0]) with { Ticks = 0 };
        var unread = await office.SaveAsync(plan, "4-1", "片方だけ見た文", late.Revision, other, settles: early);
        open = await office.OpenAsync(plan);
        open.Rivals.ShouldHaveSingleItem("what was added since it was seen is not settled");
        var merged = await office.SaveAsync(
            plan,
            "4-1",
            "二人の文",
            unread.Revision,
            other,
            settles: SeenRival.Of(open.Rivals[0])
        );
        merged.Rival.ShouldBeNull();
        open = await office.OpenAsync(plan);
        (open.Content["4-1"], open.Rivals.Count).ShouldBe(("二人の文", 0));
    }

    [Fact]
    public async Task Save_InThreeWindowsOfOnePerson_KeepsEachText()
    {
        var office = await WritingOffice.OpenAsync(database, "102059");
        var plan = await office.StartAsync(PlanForm.A3007);
        await office.SaveAsync(plan, "4-1", "一つ目の画面", seen: 0);

        var second = await office.SaveAsync(plan, "4-1", "二つ目の画面", seen: 0);
        var third = await office.SaveAsync(plan, "4-1", "三つ目の画面", seen: 0);
        var again = await office.SaveAsync(plan, "4-1", "三つ目の画面", seen: 0);
        await office.SaveAsync(plan, "4-1", "二つ目の画面の続き", seen: 0, rival: second.Rival);
        await office.SaveAsync(plan, "4-1", "三つ目の画面の続き", seen: 0, rival: third.Rival);

        again.Rival.ShouldBe(third.Rival, "what is sent twice is kept once");
        var open = await office.OpenAsync(plan);
        open.Content["4-1"].ShouldBe("一つ目の画面");
        open.Rivals.Select(rival => rival.Text).ShouldBe(["二つ目の画面の続き", "三つ目の画面の続き"]);
    }

    [Fact]
    public async Task Save_UnderTheNumberOfAnothersRival_OverwritesItNot()
    {
        var office = await WritingOffice.OpenAsync(database, "102091");
        var plan = await office.StartAsync(PlanForm.A3007);
        var other = await office.ColleagueAsync();
        await office.SaveAsync(plan, "4-1", "保存された文", seen: 0);
        var theirs = await office.SaveAsync(plan, "4-1", "二人目の文", seen: 0, other);

        await office.SaveAsync(plan, "4-1", "三人目の文", seen: 0, rival: theirs.Rival);

        (await office.OpenAsync(plan)).Rivals.Select(rival => rival.Text).ShouldBe(["二人目の文", "三人目の文"]);
    }

    [Fact]
    public async Task Save_UnderAKeyThatTheFormDoesNotHave_IsRefused()
    {
        var office = await WritingOffice.OpenAsync(database, "102041");
        var plan = await office.StartAsync(PlanForm.Industry);

        (await office.SaveAsync(plan, "4-1", "文", 0)).Fault!.Code.ShouldBe("WRITE007");
        (await office.SaveAsync(plan, "purpose", "文", 0)).Fault.ShouldBeNull();
        (await office.SaveAsync(plan + 1, "purpose", "文", 0)).Fault!.Code.ShouldBe("WRITE001");
    }

    [Fact]
    public async Task Save_ByOneWhoOnlyReads_IsNotPermitted()
    {
        var office = await WritingOffice.OpenAsync(database, "102067");
        var plan = await office.StartAsync(PlanForm.A3007);

        await Should.ThrowAsync<NotPermittedException>(() =>
            office.SaveAsync(plan, "4-1", "文", 0, office.Writer with { Posts = [new HeldPost(Role.Auditor, null)] })
        );
    }

    [Fact]
    public async Task Save_InAnotherGovernmentsPlan_FindsNone()
    {
        var office = await WritingOffice.OpenAsync(database, "102075");
        var plan = await office.StartAsync(PlanForm.A3007);
        var elsewhere = await WritingOffice.OpenAsync(database, "102083");

        (await elsewhere.SaveAsync(plan, "4-1", "文", 0)).Fault!.Code.ShouldBe("WRITE001");
        await using var db = database.NewContext("102083");
        (await db.PlanDrafts.IgnoreQueryFilters().CountAsync(Cancel)).ShouldBe(0);
    }
}
