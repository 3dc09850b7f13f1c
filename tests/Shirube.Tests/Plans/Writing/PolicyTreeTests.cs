using Microsoft.EntityFrameworkCore;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

public sealed class PolicyTreeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_SeveralLines_StandInTheirOrderUnderTheirParent()
    {
        var office = await TreeOffice.OpenAsync(database, "100005");
        var policy = await office.AddAsync(null, "人を育てる");

        var (numbers, fault) = await office.AddAllAsync(policy, "学ぶ場をつくる\r\n\r\n教える人を増やす　 ");

        fault.ShouldBeNull();
        numbers.Count.ShouldBe(2);
        var tree = await office.TreeAsync();
        TreeOffice.Drawn(tree).ShouldBe("人を育てる (学ぶ場をつくる, 教える人を増やす)");
        tree.LevelOf(tree.Find(numbers[0])!).ShouldBe("施策");
        (await office.Office.OpenAsync(office.Plan)).Sections["tree"].State.ShouldBe(SectionState.Writing);
        (await office.InAsync(db => db.AuditRecords.Select(record => record.Act).ToListAsync(Cancel))).ShouldContain(
            "plan.nodesAdded"
        );
    }

    [Fact]
    public async Task Add_WhatCannotBe_IsRefusedWhole()
    {
        var office = await TreeOffice.OpenAsync(database, "102032");

        (await office.AddAllAsync(null, " \n ")).Fault!.Code.ShouldBe("WRITE102");
        (await office.AddAllAsync(null, "よい名\n" + new string('長', 201))).Fault!.Code.ShouldBe("WRITE103");
        (await office.AddAllAsync(null, string.Join('\n', Enumerable.Range(0, 501)))).Fault!.Code.ShouldBe("WRITE104");
        (await office.AddAllAsync(999, "親なし")).Fault!.Code.ShouldBe("WRITE101");
        (await office.TreeAsync()).Nodes.ShouldBeEmpty();
        int? deepest = null;
        for (var level = 0; level < TreeLevels.Most; level++)
            deepest = await office.AddAsync(deepest, $"段{level}");
        (await office.AddAllAsync(deepest, "深すぎる")).Fault!.Code.ShouldBe("WRITE105");
    }

    [Fact]
    public async Task Change_OnWhatAnotherSaved_OverwritesNothing()
    {
        var office = await TreeOffice.OpenAsync(database, "102041");
        var node = await office.AddAsync(null, "人を育てる");
        var seen = new NodeText("人を育てる", "", null);
        var colleague = await office.Office.ColleagueAsync();
        (await office.ChangeAsync(node, seen with { Name = "人を支える" }, seen, colleague)).ShouldBeNull();

        var late = await office.ChangeAsync(node, seen with { Weight = 2 }, seen);

        (late!.Code, late.Arguments[0]).ShouldBe(("WRITE108", "人を支える"));
        (await office.TreeAsync())
            .Nodes[0]
            .ShouldBe(new PolicyNode(node, null, "人を支える", "", null), new NodeByValue());
        (await office.ChangeAsync(node, seen with { Weight = 0 }, seen)).ShouldNotBeNull().Code.ShouldBe("WRITE107");
        (await office.ChangeAsync(999, seen, seen)).ShouldNotBeNull().Code.ShouldBe("WRITE101");
    }

    [Fact]
    public async Task Move_ThatWouldMakeTheTreeTooDeep_SaysHowDeepAndMovesNothing()
    {
        var office = await TreeOffice.OpenAsync(database, "042129");
        var chain = new List<int>();
        for (var level = 0; level < TreeLevels.Most; level++)
            chain.Add(await office.AddAsync(level == 0 ? null : chain[^1], $"段{level}"));
        var high = await office.AddAsync(null, "高い項目");
        await office.AddAsync(await office.AddAsync(high, "中"), "下");
        var before = TreeOffice.Drawn(await office.TreeAsync());

        var tooDeep = (await office.MoveAsync(high, chain[7])).ShouldNotBeNull();

        tooDeep.Code.ShouldBe("WRITE118");
        tooDeep.Arguments.ShouldBe(["高い項目", 3, 11, 10]);
        // Itself is the reason, not the depth that it would come to.
        (await office.MoveAsync(chain[0], chain[9]))
            .ShouldNotBeNull()
            .Code.ShouldBe("WRITE106");
        TreeOffice.Drawn(await office.TreeAsync()).ShouldBe(before);
        (await office.MoveAsync(high, chain[6])).ShouldBeNull();
    }

    [Fact]
    public async Task Move_UnderItselfOrWhatIsBelow_IsRefused()
    {
        var office = await TreeOffice.OpenAsync(database, "202029");
        var (a, b) = (await office.AddAsync(null, "甲"), await office.AddAsync(null, "乙"));
        var child = await office.AddAsync(a, "甲の一");
        var grandchild = await office.AddAsync(child, "甲の一の一");

        (await office.MoveAsync(a, a)).ShouldNotBeNull().Code.ShouldBe("WRITE106");
        (await office.MoveAsync(a, grandchild)).ShouldNotBeNull().Code.ShouldBe("WRITE106");
        (await office.MoveAsync(child, b)).ShouldBeNull();
        (await office.MoveByAsync(b, -1)).ShouldBeNull();
        (await office.MoveByAsync(b, -1)).ShouldBeNull();

        TreeOffice.Drawn(await office.TreeAsync()).ShouldBe("乙 (甲の一 (甲の一の一)), 甲");
    }

    [Fact]
    public async Task Remove_WithOrWithoutWhatIsBelow_TakesJustThat()
    {
        var office = await TreeOffice.OpenAsync(database, "030007");
        var (a, b) = (await office.AddAsync(null, "甲"), await office.AddAsync(null, "乙"));
        await office.AddAllAsync(a, "甲の一\n甲の二");
        var below = await office.AddAsync(b, "乙の一");
        await office.AddAsync(below, "乙の一の一");

        (await office.RemoveAsync(a, withBelow: false)).ShouldBeNull();
        TreeOffice.Drawn(await office.TreeAsync()).ShouldBe("甲の一, 甲の二, 乙 (乙の一 (乙の一の一))");
        (await office.RemoveAsync(b, true, new NodeLoss(1, 0, 0))).ShouldNotBeNull().Code.ShouldBe("WRITE109");
        (await office.RemoveAsync(b, withBelow: true)).ShouldBeNull();

        TreeOffice.Drawn(await office.TreeAsync()).ShouldBe("甲の一, 甲の二");
    }

    [Fact]
    public async Task Tie_OneIndicatorUnderSeveralNodes_KeepsEachWeight()
    {
        var office = await TreeOffice.OpenAsync(database, "032085");
        var (a, b) = (await office.AddAsync(null, "甲"), await office.AddAsync(null, "乙"));
        var rows = await office.Office.SaveCellsAsync(
            office.Plan,
            office.Office.Writer,
            new CellEdit(0, "name", "就業者数", ""),
            new CellEdit(-1, "name", "来館者数", "")
        );
        var (first, second) = (rows.Made[0], rows.Made[-1]);

        (await office.TieAsync(a, [new(first, 2), new(second, null)])).ShouldBeNull();
        (await office.TieAsync(b, [new(first, null)])).ShouldBeNull();
        (await office.TieAsync(b, [new(second, null)])).ShouldNotBeNull().Code.ShouldBe("WRITE110");
        (await office.TieAsync(a, [new(999, null)])).ShouldNotBeNull().Code.ShouldBe("WRITE120");
        (await office.TieAsync(a, [new(first, -1)])).ShouldNotBeNull().Field.ShouldBe($"weight-{first}");

        var tree = await office.TreeAsync();
        tree.Find(a)!.Indicators.ShouldBe([new(first, 2), new(second, null)]);
        tree.Find(b)!.Indicators.ShouldBe([new(first, null)]);
        (await office.TieAsync(a, [new(second, 3)], new(first, 2), new(second, null))).ShouldBeNull();
        (await office.TreeAsync()).Find(a)!.Indicators.ShouldBe([new(second, 3)]);
    }

    [Fact]
    public async Task Link_ToWhatTheAskerMaySee_TakesItsNameAndKeepsItsAddress()
    {
        var office = await TreeOffice.OpenAsync(database, "032115");
        var node = await office.AddAsync(null, "甲");
        foreach (var code in (string[])["032115", "011002"])
        {
            await using var db = database.NewContext(code);
            var file = SamplePlan.File("名 " + code) with { Government = GovernmentCode.Parse(code) };
            await new ImportDocument(db, TimeProvider.System).ExecuteAsync(
                Importing.AskerOf(db),
                await ReadFile.ReadAsync(file, Cancel),
                Cancel
            );
        }

        (await office.LinkAsync(new(null, PlanRelation.Above, "", "/governments/032115/documents/1"))).ShouldBeNull();
        (await office.LinkAsync(new(node, PlanRelation.Ordinance, "中小企業振興条例", null))).ShouldBeNull();
        (await office.LinkAsync(new(node, PlanRelation.Ordinance, "中小企業振興条例", null)))!.Code.ShouldBe(
            "WRITE114"
        );
        foreach (
            var address in (string[])
                ["/governments/011002/documents/1", "/governments/032115/plans/99", "https://example.jp/", "//x"]
        )
            (await office.LinkAsync(new(null, PlanRelation.Beside, "よそ", address)))!.Code.ShouldBe("WRITE113");

        var content = await office.ContentAsync();
        content.Links.ShouldHaveSingleItem().Address.ShouldBe("/governments/032115/documents/1");
        content.Links[0].Name.ShouldNotBeEmpty();
        content.Nodes[0].Links.ShouldBe([new PlanLink(PlanRelation.Ordinance, "中小企業振興条例", null)]);
    }

    [Fact]
    public async Task Levels_Named_AreThoseOfThePlan()
    {
        var office = await TreeOffice.OpenAsync(database, "131016", PlanForm.Comprehensive);
        (await office.TreeAsync()).Levels.ShouldBe(["基本理念", "基本方針", "施策", "事業"]);

        (await office.NameLevelsAsync("政策\n施策\n\n取組")).ShouldBeNull();
        (await office.NameLevelsAsync("柱", "政策", "施策")).ShouldNotBeNull().Code.ShouldBe("WRITE108");
        (await office.NameLevelsAsync(new string('長', 41), "政策", "施策", "取組"))!.Code.ShouldBe("WRITE111");

        (await office.TreeAsync()).Levels.ShouldBe(["政策", "施策", "取組"]);
    }

    [Fact]
    public async Task Change_OfAnotherGovernmentsPlan_IsAPlanThatIsNotThere()
    {
        var office = await TreeOffice.OpenAsync(database, "141003");
        var node = await office.AddAsync(null, "甲");
        var other = await WritingOffice.OpenAsync(database, "271004");
        await using var db = database.NewContext(other.Writer.Scope);

        // Its own plans are few; that number is not among them.
        for (var plan = office.Plan; plan < office.Plan + 3; plan++)
            (
                await new MoveNode(db, TimeProvider.System).ToAsync(other.Writer, plan + 50, node, null, Cancel)
            )!.Code.ShouldBe("WRITE001");
        await Should.ThrowAsync<NotPermittedException>(() =>
            new AddNodes(db, TimeProvider.System).ExecuteAsync(
                other.Writer with
                {
                    Posts = [new HeldPost(Role.Auditor, null)],
                },
                office.Plan,
                null,
                "監査",
                Cancel
            )
        );
    }

    [Fact]
    public async Task Change_OfAPlanThatIsBeingApproved_IsRefusedAndLeavesItAsItIs()
    {
        var office = await TreeOffice.OpenAsync(database, "041009");
        var node = await office.AddAsync(null, "甲");
        var writer = office.Office.Writer;
        await office.HandOverAsync();

        (await office.AddAllAsync(null, "乙")).Fault!.Code.ShouldBe("WRITE002");
        (await office.ChangeAsync(node, new("丙", "", null), new("甲", "", null)))!.Code.ShouldBe("WRITE002");
        (await office.MoveAsync(node, null))!.Code.ShouldBe("WRITE002");
        (await office.RemoveAsync(node, withBelow: true))!.Code.ShouldBe("WRITE002");
        (await office.NameLevelsAsync("柱"))!.Code.ShouldBe("WRITE002");
        (await office.LinkAsync(new(null, PlanRelation.Above, "総合計画", null)))!.Code.ShouldBe("WRITE002");
        await using var db = database.NewContext(writer.Scope);
        (
            await new ChangeSchedule(db, TimeProvider.System).AddAsync(
                writer,
                office.Plan,
                new("周知", "R6.4", "", ""),
                Cancel
            )
        ).Fault!.Code.ShouldBe("WRITE002");
        (
            await new SetPrivateShare(db, TimeProvider.System).ExecuteAsync(writer, office.Plan, "6", "3.6", "", Cancel)
        )!.Code.ShouldBe("WRITE002");
        (await new SaveFunding(db, TimeProvider.System).ExecuteAsync(writer, office.Plan, [], Cancel))
            .Faults.Single()
            .Code.ShouldBe("WRITE002");
        TreeOffice.Drawn(await office.TreeAsync()).ShouldBe("甲");
    }

    [Fact]
    public void ReadPlan_OfTheIndustryPlan_IsATreeOfFivePoliciesAndSixteenMeasures()
    {
        var path = Repository.Document("003");
        var reading = Recogniser.Read(DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(path)));

        var tree = new PolicyTree(ReadPlan.Of(reading, PlanForm.Industry, []));

        tree.Roots.Count().ShouldBe(5);
        tree.Leaves.Count().ShouldBe(16);
        tree.Leaves.Select(tree.LevelOf).Distinct().ShouldBe(["施策"]);
    }

    [Fact]
    public async Task Coverage_OfAHalfTiedTree_NamesWhatIsMissing()
    {
        var office = await TreeOffice.OpenAsync(database, "231002");
        var policy = await office.AddAsync(null, "政策一");
        var (measures, _) = await office.AddAllAsync(policy, "施策一\n施策二");
        var project = await office.AddAsync(measures[0], "事業一");
        var rows = await office.Office.SaveCellsAsync(
            office.Plan,
            office.Office.Writer,
            new CellEdit(0, "name", "就業者数", ""),
            new CellEdit(-1, "name", "どこにもないKPI", "")
        );
        await office.TieAsync(project, [new(rows.Made[0], null)]);

        var coverage = new TreeCoverage(await office.ContentAsync());

        coverage.Leaves.ShouldBe(2);
        coverage.Unmeasured.Select(node => node.Name).ShouldBe(["施策二"]);
        coverage.Loose.Select(indicator => indicator.Name).ShouldBe(["どこにもないKPI"]);
        coverage.WithoutProject.Select(node => node.Name).ShouldBe(["施策二"]);
        (coverage.HasProjects, coverage.ProjectLevel).ShouldBe((true, "事業"));
    }

    [Fact]
    public void WeightedMean_OfWeightsAndBlanks_CountsABlankAsOne()
    {
        WeightedMean.Of([(100, 2), (50, null)]).ShouldBe(250m / 3);
        WeightedMean.Of([]).ShouldBeNull();
    }

    private sealed class NodeByValue : IEqualityComparer<PolicyNode>
    {
        public bool Equals(PolicyNode? x, PolicyNode? y) =>
            (x!.Number, x.Parent, x.Name, x.Text, x.Weight) == (y!.Number, y.Parent, y.Name, y.Text, y.Weight);

        public int GetHashCode(PolicyNode node) => node.Number;
    }
}
