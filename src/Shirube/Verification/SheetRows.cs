using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;

namespace Shirube.Verification;

/// <summary>What a version of a verification sheet says, as rows.</summary>
internal static class SheetRows
{
    public static IEnumerable<VersionPart> Of(Reading reading, VersionKey key) =>
        reading.Kind == ReadingKind.VerificationSheet ? [key.Own(Sheet(reading, key))] : [];

    private static VerificationSheet Sheet(Reading reading, VersionKey key) =>
        new()
        {
            PeriodStart = reading.PeriodStart?.Value,
            PeriodEnd = reading.PeriodEnd?.Value,
            Rows = [.. key.Each(reading.Rows, (row, position) => Row(row, position, key))],
        };

    private static SheetRow Row(ReadSheetRow row, int position, VersionKey key) =>
        new()
        {
            Position = position,
            No = row.No,
            BasicGoal = Text(row.BasicGoal),
            Project = Text(row.Project),
            Department = Text(row.Department),
            GrantKind = Text(row.GrantKind),
            CostYen = row.CostYen?.Value,
            DonationYen = row.DonationYen?.Value,
            DonationCount = row.DonationCount?.Value,
            Content = Text(row.Content),
            SelfEvaluation = Text(row.SelfEvaluation),
            ExpertEvaluation = Text(row.ExpertEvaluation),
            ExpertOpinion = Text(row.ExpertOpinion),
            NextStep = Text(row.NextStep),
            Reason = Text(row.Reason),
            Review = Text(row.Review),
            Indicators = [.. key.Each(row.Indicators, (indicator, at) => Indicator(indicator, position, at))],
        };

    private static SheetIndicator Indicator(ReadSheetIndicator indicator, int row, int position) =>
        new()
        {
            RowPosition = row,
            Position = position,
            Name = Text(indicator.Name),
            Unit = Text(indicator.Unit),
            Target = indicator.Target?.Value,
            TargetYear = indicator.TargetYear?.Value,
            Actual = indicator.Actual?.Value,
            State = indicator.State,
        };

    private static string? Text(Read<string>? value) => Storable.TextOrNull(value?.Value);
}
