using System.Globalization;
using Shirube.Permissions;

namespace Shirube.Tests.Permissions;

public sealed class PermissionTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("en")]
    public void Of_EveryRoleActAndReach_HasANameOfItsOwn(string culture)
    {
        var reader = CultureInfo.GetCultureInfo(culture);
        var names = Enum.GetValues<Role>()
            .Select(role => PermissionText.Of(role, reader))
            .Concat(Enum.GetValues<Act>().Select(act => PermissionText.Of(act, reader)))
            .Concat(Enum.GetValues<Reach>().Select(reach => PermissionText.Of(reach, reader)))
            .ToList();

        names.ShouldAllBe(name => !name.Contains('.'));
        names.ShouldBeUnique();
    }

    [Theory]
    [InlineData("企画担当", Role.PlanningOfficer)]
    [InlineData("　監査 担当", Role.Auditor)]
    [InlineData("Council member", Role.CouncilMember)]
    [InlineData("council-member", Role.CouncilMember)]
    [InlineData("administrator", Role.Administrator)]
    [InlineData("王様", null)]
    [InlineData("0", null)]
    public void Find_NameAsPeopleWriteIt_IsTheRole(string name, Role? expected) =>
        RoleNames.Find(name).ShouldBe(expected);
}
