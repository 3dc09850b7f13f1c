using Shirube.Faults;
using Shirube.Web.Import;

namespace Shirube.Web.Accounts.Pages;

internal static class FaultErrors
{
    /// <summary>A fault beside the field that it names.</summary>
    public static FormError Of(Fault fault) => new(fault.Field ?? "main", FaultText.Of(fault));
}
