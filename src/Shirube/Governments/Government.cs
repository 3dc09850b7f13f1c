namespace Shirube.Governments;

public enum GovernmentKind
{
    Prefecture,
    City,
    SpecialWard,
    Town,
    Village,
}

/// <summary>地方公共団体: a prefecture or a municipality.</summary>
/// <param name="PrefectureName">群馬県</param>
/// <param name="MunicipalityName">桐生市; null for a prefecture.</param>
/// <param name="Reading">よみ in hiragana of the municipality, or of the prefecture.</param>
public sealed record Government(
    GovernmentCode Code,
    string PrefectureName,
    string? MunicipalityName,
    string Reading,
    GovernmentKind Kind
)
{
    /// <summary>桐生市, or 群馬県 for the prefecture itself.</summary>
    public string Name => MunicipalityName ?? PrefectureName;

    /// <summary>群馬県桐生市: the name as plans write it, prefecture first. Plans add the county (郡) to towns and villages.</summary>
    public string FullName => PrefectureName + MunicipalityName;
}
