using Shirube.Data;
using Shirube.Faults;

namespace Shirube.Approvals;

/// <summary>What people write into approvals: reasons and opinions.</summary>
internal static class ApprovalText
{
    public static Fault? FaultOfReason(string? text, string field = "reason") =>
        string.IsNullOrWhiteSpace(text) ? new Fault(field, "APPROVAL008") : FaultOfOpinion(text, field);

    public static Fault? FaultOfOpinion(string? text, string field = "opinion") =>
        text?.Length > Approval.TextMaxLength
            ? new Fault(field, "APPROVAL009", Arguments: Approval.TextMaxLength)
            : null;

    /// <summary>Null for nothing written.</summary>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : Storable.Text(text.Trim());
}
