namespace Shirube.Governments;

/// <summary>地方公共団体 that has documents here.</summary>
public sealed class RegisteredGovernment
{
    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>群馬県桐生市</summary>
    public required string Name { get; init; }
    public GovernmentKind Kind { get; init; }

    internal static RegisteredGovernment Of(Government government) =>
        new()
        {
            GovernmentCode = government.Code,
            Name = government.FullName,
            Kind = government.Kind,
        };
}
