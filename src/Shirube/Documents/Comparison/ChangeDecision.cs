using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Governments;

namespace Shirube.Documents.Comparison;

/// <summary>変更の区分の決定: what a person took the change from one version to another to be. Never changed; a later one holds.</summary>
public sealed class ChangeDecision
{
    public const int ReasonMaxLength = 2000;

    public required GovernmentCode GovernmentCode { get; init; }
    public required int DocumentNumber { get; init; }

    /// <summary>Counts from 1 within the document.</summary>
    public required int Number { get; init; }
    public required int OldVersion { get; init; }
    public required int NewVersion { get; init; }

    /// <summary>What was proposed when it was decided.</summary>
    public required ChangeProcedure Proposed { get; init; }
    public required ChangeProcedure Decided { get; init; }
    public required string Reason { get; init; }

    /// <summary>Null for a command.</summary>
    public Guid? PersonId { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
}

internal sealed class ChangeDecisionMapping : IEntityTypeConfiguration<ChangeDecision>
{
    public void Configure(EntityTypeBuilder<ChangeDecision> entity) =>
        entity.HasKey(row => new
        {
            row.GovernmentCode,
            row.DocumentNumber,
            row.Number,
        });
}
