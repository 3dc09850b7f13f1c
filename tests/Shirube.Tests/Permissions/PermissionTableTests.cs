using Shirube.Permissions;

namespace Shirube.Tests.Permissions;

public sealed class PermissionTableTests
{
    public static TheoryData<Act> Acts => [.. Enum.GetValues<Act>()];

    public static TheoryData<Role> Outsiders => [Role.CouncilMember, Role.CompanyUser, Role.Learner];

    [Theory]
    [MemberData(nameof(Acts))]
    public void Reach_OfEveryAct_IsDefinedForEveryRole(Act act)
    {
        foreach (var role in Enum.GetValues<Role>())
            PermissionTable.Of(role, act).ShouldBeOneOf(Enum.GetValues<Reach>());
    }

    [Theory]
    [InlineData(Act.ImportDocuments)]
    [InlineData(Act.CorrectValues)]
    [InlineData(Act.ShareDocuments)]
    [InlineData(Act.ManagePeople)]
    [InlineData(Act.DefineRoutes)]
    [InlineData(Act.DraftApprovals)]
    [InlineData(Act.DecideApprovals)]
    [InlineData(Act.ChangeSettings)]
    public void Auditor_WhatChangesSomething_MayNot(Act act) =>
        PermissionTable.Of(Role.Auditor, act).ShouldBe(Reach.None);

    [Theory]
    [MemberData(nameof(Outsiders))]
    public void Outsider_PeopleAndAudit_DoesNotSee(Role role)
    {
        PermissionTable.Of(role, Act.ReadPeople).ShouldBe(Reach.None);
        PermissionTable.Of(role, Act.ManagePeople).ShouldBe(Reach.None);
        PermissionTable.Of(role, Act.ReadAudit).ShouldBe(Reach.None);
    }

    [Fact]
    public void Asker_WithTwoPosts_HasTheWiderReach()
    {
        var asker = new Asker(
            Guid.NewGuid(),
            "職員（見本）",
            null,
            [new HeldPost(Role.DepartmentOfficer, 3), new HeldPost(Role.Auditor, null)],
            "127.0.0.1"
        );

        asker.ReachOf(Act.ReadAudit).ShouldBe(Reach.Government);
        asker.May(Act.DraftApprovals, 3).ShouldBeTrue();
        asker.May(Act.DraftApprovals, 4).ShouldBeFalse();
        Should.Throw<NotPermittedException>(() => asker.Require(Act.ImportDocuments));
    }

    [Fact]
    public void Asker_WithoutPost_KeepsOnlyTheOwnAccount()
    {
        var asker = new Asker(Guid.NewGuid(), "", null, [], "127.0.0.1");

        Enum.GetValues<Act>().Where(act => asker.May(act)).ShouldBe([Act.KeepOwnAccount]);
    }
}
