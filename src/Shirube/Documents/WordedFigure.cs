namespace Shirube.Documents;

/// <summary>
/// 数値でない記載: what stands in the place of a figure and is none (約100, 維持, 10～20), as the finding at that place says.
/// </summary>
public static class WordedFigure
{
    /// <param name="pointer">Of a figure that is open.</param>
    /// <returns>As written; null where nothing stands there, or only what two places say otherwise.</returns>
    public static string? At(Reading reading, string pointer) =>
        reading
            .Findings.Where(finding => finding.Pointer == pointer)
            .Select(finding => finding.Arguments.ElementAtOrDefault(PlaceOf(finding.Code)))
            .FirstOrDefault(said => said is not null)
            ?.ToString();

    /// <summary>Which argument of a finding quotes the cell.</summary>
    private static int PlaceOf(string code) =>
        code switch
        {
            "PLAN015" or "KPI038" => 1,
            "KPI031" or "KPI042" => 2,
            _ => -1,
        };
}
