using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;

namespace Shirube.Plans;

/// <summary>What a version says of a plan, its authors, chapters, verification and policies, as rows.</summary>
internal static class PlanRows
{
    public static IEnumerable<VersionPart> Of(Reading reading, VersionKey key) =>
        [
            .. reading.Kind == ReadingKind.VerificationSheet ? [] : new[] { key.Own(Plan(reading)) },
            .. key.Each(Authors(reading), (author, position) => Author(author.Name, author.Known, position)),
            .. key.Each(reading.Chapters, Chapter),
            .. key.Each(reading.Verification, (verification, position) => Verification(verification, position, key)),
            .. key.Each(reading.Policies, (policy, position) => Policy(policy, position, key)),
        ];

    private static PlanVersion Plan(Reading reading) =>
        new()
        {
            Area = Text(reading.Area),
            SupportMeasure = Text(reading.SupportMeasure),
            ProjectName = Text(reading.ProjectName),
            ProjectStart = reading.ProjectStart?.Value,
            ProjectEnd = reading.ProjectEnd?.Value,
            Start = reading.PlanStart?.Value,
            PlanEnd = reading.PlanEnd?.Value,
            PeriodStart = reading.PeriodStart?.Value,
            PeriodEnd = reading.PeriodEnd?.Value,
            TotalCostYen = reading.TotalCostYen?.Value,
        };

    /// <summary>A name that several governments bear is that of the one beside its fellow authors.</summary>
    private static IEnumerable<(string Name, Government? Known)> Authors(Reading reading)
    {
        var names = reading.Entities.Select(entity => entity.Value).ToList();
        return names.Zip(GovernmentDirectory.FindEach(names));
    }

    private static Author Author(string name, Government? known, int position) =>
        new()
        {
            Position = position,
            Name = Storable.Text(name),
            AuthorCode = known?.Code.Value,
        };

    private static Chapter Chapter(ReadChapter chapter, int position) =>
        new()
        {
            Position = position,
            Number = Storable.TextOrNull(chapter.Number),
            Title = Storable.Text(chapter.Title.Value),
            Text = Storable.Text(chapter.Text.Value),
        };

    private static PlanVerification Verification(ReadVerification verification, int position, VersionKey key) =>
        new()
        {
            Position = position,
            Entity = Text(verification.Entity),
            Month = verification.Month?.Value,
            Body = Text(verification.Body),
            Participants = Text(verification.Participants),
            Method = Text(verification.Method),
            Publication = Text(verification.Publication),
            Seats = [.. key.Each(verification.Seats, (seat, at) => Seat(seat, position, at))],
        };

    private static CouncilSeat Seat(ReadSeat seat, int verification, int position) =>
        new()
        {
            VerificationPosition = verification,
            Position = position,
            Sector = Storable.Text(seat.Sector.Value),
            Count = seat.Count?.Value,
        };

    private static Policy Policy(ReadPolicy policy, int position, VersionKey key) =>
        new()
        {
            Position = position,
            No = Text(policy.No),
            Name = Storable.Text(policy.Name.Value),
            Measures = [.. key.Each(policy.Measures, (measure, at) => Measure(measure, position, at))],
        };

    private static Measure Measure(Read<string> measure, int policy, int position) =>
        new()
        {
            PolicyPosition = policy,
            Position = position,
            Text = Storable.Text(measure.Value),
        };

    private static string? Text(Read<string>? value) => Storable.TextOrNull(value?.Value);
}
