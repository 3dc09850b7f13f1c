namespace Shirube.Permissions;

/// <summary>二要素認証: who may do nothing with a password alone.</summary>
public static class SecondFactor
{
    /// <summary>Administrators, and everybody from outside the office.</summary>
    public static bool IsNeededBy(Role role) =>
        role is Role.Administrator or Role.CouncilMember or Role.CompanyUser or Role.Learner;
}
