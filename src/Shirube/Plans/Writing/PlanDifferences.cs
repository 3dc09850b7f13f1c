using Shirube.Approvals;
using static Shirube.Plans.Writing.PartDifferences;

namespace Shirube.Plans.Writing;

/// <summary>
/// 新旧: how one approved state of a plan differs from another. Contents whose canonical bytes differ have at least one
/// difference. Places begin with <see cref="Root"/>; what stands there is language-free (numbers, contract words).
/// </summary>
public static class PlanDifferences
{
    /// <summary>A plan as a whole: what differs has no place of its own.</summary>
    public const string Root = "/plan";

    /// <summary>What an item of the policy tree hangs under that has no parent.</summary>
    public const string TopOfTree = "/";

    internal static IEnumerable<Difference> Between(byte[] before, byte[] after) =>
        Between(PlanContentJson.Read(before), PlanContentJson.Read(after));

    public static IReadOnlyList<Difference> Between(PlanContent old, PlanContent now)
    {
        List<Difference> found =
        [
            .. Value(Root + "/form", null, $"{old.Form}", $"{now.Form}"),
            .. Passages(old, now),
            .. Of(Root + "/authors", old.Authors, now.Authors, author => author.Number, author => author.Name, Author),
            .. TargetDifferences.Between(old, now),
            .. Levels(old, now),
            .. TreeDifferences.Between(old, now),
            .. TreeDifferences.Links(Root, null, old.Links, now.Links),
            .. AnnexDifferences.Between(old, now),
        ];
        // What none of the above names must not pass in silence.
        if (found.Count == 0)
            found.AddRange(Value(Root, null, HashOf(old), HashOf(now)));
        return found;
    }

    private static string HashOf(PlanContent content) => ApprovedContent.HashOf(PlanContentJson.Write(content))[..16];

    private static IEnumerable<Difference> Passages(PlanContent old, PlanContent now)
    {
        var authors = old.Authors.UnionBy(now.Authors, author => author.Number).ToList();
        var known = now
            .Outline.Concat(old.Outline)
            .SelectMany(section => section.Passages(authors).Select(passage => (section, passage)))
            .DistinctBy(one => one.passage.Key)
            .ToList();
        foreach (var (section, passage) in known)
        {
            var form = PlanOutline.Find(now.Form, section.Key) is null ? old.Form : now.Form;
            var item = passage.Author?.Name ?? LabelOf(form, section);
            foreach (
                var difference in Text(
                    $"{Root}/passages/{form}/{passage.Key}",
                    item,
                    old[passage.Key],
                    now[passage.Key]
                )
            )
                yield return difference;
        }
        foreach (
            var key in old.Passages.Keys.Union(now.Passages.Keys).Except(known.Select(one => one.passage.Key)).Order()
        )
        foreach (var difference in Text($"{Root}/passages/{now.Form}/{key}", key, old[key], now[key]))
            yield return difference;
    }

    /// <summary>In the words of the form: 5-2③ 事業の内容.</summary>
    private static string LabelOf(PlanForm form, PlanSection section) =>
        $"{section.FullNumber} {OutlineText.Of(form, section, OutlineText.Japanese)}".Trim();

    private static IEnumerable<Difference> Author(string place, PlanAuthor? was, PlanAuthor now) =>
        [
            .. Value(place + "/name", now.Name, was?.Name ?? now.Name, now.Name),
            .. Value(place + "/code", now.Name, was?.Code?.Value, now.Code?.Value),
        ];

    private static IEnumerable<Difference> Levels(PlanContent old, PlanContent now) =>
        Enumerable
            .Range(0, Math.Max(old.Levels.Count, now.Levels.Count))
            .SelectMany(at =>
                Value(
                    $"{Root}/levels/{at + 1}",
                    null,
                    old.Levels.ElementAtOrDefault(at),
                    now.Levels.ElementAtOrDefault(at)
                )
            );
}
