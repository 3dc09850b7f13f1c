using Shirube.Approvals;
using static Shirube.Web.Texts;

namespace Shirube.Web.Approvals;

/// <summary>The states, steps and people of approvals as pages say them.</summary>
internal static class ApprovalWords
{
    public static string ToneOf(ApprovalState state) =>
        state switch
        {
            ApprovalState.Decided => "good",
            ApprovalState.InReview => "key",
            ApprovalState.SentBack or ApprovalState.PulledBack => "look",
            _ => "",
        };

    public static string Of(ApprovalState state) => T("ApprovalState." + state);

    public static string NameOf(OpenApproval open, Guid? person) => open.Names.Of(person) ?? T("Approval.Unnamed");

    /// <summary>Whom a seat is for.</summary>
    public static string MemberOf(OpenApproval open, ApprovalSeat seat) =>
        seat.DepartmentNumber is { } number
            ? T("Approval.OfDepartment", open.Departments.GetValueOrDefault(number))
            : NameOf(open, seat.PersonId);
}
