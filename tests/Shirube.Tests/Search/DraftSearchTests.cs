using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Search;
using Shirube.Tests.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Search;

/// <summary>Plans that are being written: found as soon as they are saved, by those who may read them.</summary>
public sealed class DraftSearchTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_WhatWasJustSaved_LeadsToItsSectionAndForgetsWhatItWas()
    {
        var office = await WritingOffice.OpenAsync(database, "100005");
        var plan = await office.StartAsync(PlanForm.A3007, "学びの循環計画");

        var saved = await office.SaveAsync(plan, "4-1", "若い世代の転出が続いている。", 0);

        var hit = (await FindAsync(office.Writer, "転出ガ続イテ")).Hits.ShouldHaveSingleItem();
        hit.Address.ShouldBe($"/governments/100005/plans/{plan}/sections/4-1");
        hit.Name.ShouldBe("学びの循環計画");
        hit.Heading.ShouldStartWith("4-1 ");
        (await FindAsync(office.Writer, "循環計画")).Hits.ShouldHaveSingleItem().Kind.ShouldBe(SearchKind.Title);
        await office.SaveAsync(plan, "4-1", "人口が減っている。", saved.Revision);
        (await FindAsync(office.Writer, "若い世代")).Total.ShouldBe(0);
        (await FindAsync(office.Writer, "人口が減")).Total.ShouldBe(1);
        await office.SaveAsync(plan, "4-1", "", saved.Revision + 1);
        (await FindAsync(office.Writer, "人口が減")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Find_OfAKpi_LeadsToTheTable()
    {
        var office = await WritingOffice.OpenAsync(database, "102059");
        var plan = await office.StartAsync(PlanForm.Strategy);
        await using var db = database.NewContext(office.Writer.Scope);
        await new SaveCells(db, TimeProvider.System).ExecuteAsync(
            office.Writer,
            plan,
            [new CellEdit(0, "name", "図書館の貸出冊数", "")],
            Cancel
        );

        var hit = (await FindAsync(office.Writer, "貸出")).Hits.ShouldHaveSingleItem();

        (hit.Kind, hit.Address).ShouldBe((SearchKind.Indicator, $"/governments/102059/plans/{plan}/indicators"));
    }

    [Fact]
    public async Task Find_OfATreeItemAndAStep_LeadToTheirPages()
    {
        var office = await WritingOffice.OpenAsync(database, "102083");
        var plan = await office.StartAsync(PlanForm.A3007);
        await using var db = database.NewContext(office.Writer.Scope);
        (
            await new AddNodes(db, TimeProvider.System).ExecuteAsync(office.Writer, plan, null, "移住を支える", Cancel)
        ).Fault.ShouldBeNull();
        (
            await new ChangeSchedule(db, TimeProvider.System).AddAsync(
                office.Writer,
                plan,
                new TypedScheduleItem("竣工式典", "2026-12", "", "県庁で開く"),
                Cancel
            )
        ).Fault.ShouldBeNull();

        (await FindAsync(office.Writer, "移住を")).Hits.ShouldHaveSingleItem().Address.ShouldEndWith("/tree");
        (await FindAsync(office.Writer, "竣工")).Hits.ShouldHaveSingleItem().Address.ShouldEndWith("/schedule");
        (await FindAsync(office.Writer, "県庁で")).Hits.ShouldHaveSingleItem().Address.ShouldEndWith("/schedule");
    }

    [Fact]
    public async Task Find_ByWhoMayNotReadPlansOrByAnotherGovernment_FindsNothing()
    {
        var office = await WritingOffice.OpenAsync(database, "102032");
        var plan = await office.StartAsync(PlanForm.A2007);
        await office.SaveAsync(plan, "4-1", "まだ見せない文", 0);
        var council = office.Writer with { Posts = [new HeldPost(Role.CouncilMember, null)] };
        var stranger = office.Writer with { Government = GovernmentCode.Parse("102041") };
        council.May(Act.ReadPlans).ShouldBeFalse();

        (await FindAsync(office.Writer, "見せない")).Total.ShouldBe(1);
        council.May(Act.ReadDocuments).ShouldBeTrue();

        (await FindAsync(council, "見せない")).Total.ShouldBe(0);
        (await FindAsync(stranger, "見せない")).Total.ShouldBe(0);
    }

    private async Task<FoundPage> FindAsync(Asker asker, string text)
    {
        await using var db = database.NewContext(asker.Scope);
        return await new FindText(db).ExecuteAsync(asker, new SearchQuery(text), cancel: Cancel);
    }
}
