using System.Globalization;
using Shirube.Calendar;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Stored;

/// <summary>Tree, schedule and funding of a frozen reading. No row holds them: nobody puts them right in a version.</summary>
internal static class AnnexTranscript
{
    public static List<ReadNode> Tree(Transcript transcript) =>
        Listed(
            transcript,
            "/tree",
            at => new ReadNode(
                int.Parse(transcript.ValueAt(at + "/depth")!, CultureInfo.InvariantCulture),
                transcript.ValueAt(at + "/level"),
                Text(transcript, at + "/name")!
            )
            {
                Text = Text(transcript, at + "/text"),
                Weight = Number(transcript, at + "/weight"),
                Indicators = Listed(
                    transcript,
                    at + "/indicators",
                    tie => new ReadTie(
                        new Read<int>(
                            int.Parse(transcript.ValueAt(tie + "/indicator")!, CultureInfo.InvariantCulture),
                            EvidenceOf(transcript, tie + "/indicator")
                        ),
                        Number(transcript, tie + "/weight")
                    )
                ),
                Links = Links(transcript, at + "/links"),
            }
        );

    public static List<ReadLink> Links(Transcript transcript, string list) =>
        Listed(
            transcript,
            list,
            at => new ReadLink(
                Enum.Parse<PlanRelation>(transcript.ValueAt(at + "/relation")!, ignoreCase: true),
                Text(transcript, at + "/name")!
            )
        );

    public static List<ReadScheduleItem> Schedule(Transcript transcript) =>
        Listed(
            transcript,
            "/schedule",
            at => new ReadScheduleItem(
                Text(transcript, at + "/name")!,
                Day(transcript, at + "/from"),
                Day(transcript, at + "/to"),
                Text(transcript, at + "/note")
            )
        );

    public static List<ReadFunding> Funding(Transcript transcript) =>
        Listed(
            transcript,
            "/funding",
            at => new ReadFunding(
                new FiscalYear(int.Parse(transcript.ValueAt(at + "/year")!, CultureInfo.InvariantCulture)),
                Enum.Parse<FundingSource>(transcript.ValueAt(at + "/source")!, ignoreCase: true),
                Number(transcript, at + "/yen")!
            )
        );

    public static List<ReadPrivateShare> PrivateShares(Transcript transcript) =>
        Listed(
            transcript,
            "/privateShares",
            at => new ReadPrivateShare(
                int.Parse(transcript.ValueAt(at + "/nthYear")!, CultureInfo.InvariantCulture),
                Number(transcript, at + "/percent")!
            )
        );

    public static ReadMeaning? Meaning(Transcript transcript, string at) =>
        transcript.Has(at)
            ? new ReadMeaning
            {
                Basis = Named<TargetBasis>(transcript, at + "/basis"),
                Direction = Named<Direction>(transcript, at + "/direction"),
                RangeLow = Number(transcript, at + "/rangeLow"),
                RangeHigh = Number(transcript, at + "/rangeHigh"),
                Definition = Text(transcript, at + "/definition"),
            }
            : null;

    private static Read<T>? Named<T>(Transcript transcript, string pointer)
        where T : struct, Enum =>
        transcript.ValueAt(pointer) is { } text
            ? new Read<T>(Enum.Parse<T>(text, ignoreCase: true), EvidenceOf(transcript, pointer))
            : null;

    private static List<T> Listed<T>(Transcript transcript, string list, Func<string, T> item) =>
        [
            .. Enumerable
                .Range(0, transcript.CountAt(list))
                .Select(i => item(string.Create(CultureInfo.InvariantCulture, $"{list}/{i}"))),
        ];

    private static Read<string>? Text(Transcript transcript, string pointer) =>
        transcript.ValueAt(pointer) is { } text ? new Read<string>(text, EvidenceOf(transcript, pointer)) : null;

    private static Read<decimal>? Number(Transcript transcript, string pointer) =>
        transcript.ValueAt(pointer) is { } text
            ? new Read<decimal>(
                decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
                EvidenceOf(transcript, pointer)
            )
            : null;

    private static Read<DateOnly>? Day(Transcript transcript, string pointer) =>
        transcript.ValueAt(pointer) is { } text
            ? new Read<DateOnly>(
                DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
                EvidenceOf(transcript, pointer)
            )
            : null;

    private static Evidence EvidenceOf(Transcript transcript, string pointer) =>
        transcript.EvidenceAt(pointer) ?? new Evidence(new Passage(0, 0, 0, -1, ""));
}
