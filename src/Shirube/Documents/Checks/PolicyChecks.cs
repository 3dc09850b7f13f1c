using System.Globalization;
using Shirube.Documents.Text;

namespace Shirube.Documents.Checks;

/// <summary>Checks on a policy outline.</summary>
internal static class PolicyChecks
{
    public static IEnumerable<Finding> Run(Reading reading)
    {
        if (reading.Policies.Count == 0)
            yield return new Finding("POLICY101", Severity.Error, reading.Title?.Evidence) { Pointer = "/policies" };
        for (var i = 0; i < reading.Policies.Count; i++)
        {
            var policy = reading.Policies[i];
            var pointer = "/policies/" + i.ToString(CultureInfo.InvariantCulture);
            if (policy.Measures.Count == 0)
                yield return new Finding("POLICY102", Severity.Warning, policy.Name.Evidence, policy.Name.Value)
                {
                    Pointer = pointer + "/measures",
                };
        }
        foreach (
            var twin in reading
                .Policies.SelectMany(policy => policy.Measures)
                .GroupBy(measure => Folding.Squeeze(measure.Value))
                .Where(group => group.Count() > 1)
        )
            yield return new Finding("POLICY103", Severity.Warning, twin.Last().Evidence, twin.Last().Value);
        if (reading.PeriodStart is null || reading.PeriodEnd is null)
            yield return new Finding("POLICY104", Severity.Note, reading.Title?.Evidence) { Pointer = "/periodStart" };
    }
}
