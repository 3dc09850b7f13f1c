using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>
/// 次の計画を始める: begins a plan from another, the government's own or one that it may see, and keeps where each part came
/// from. A city that begins from its prefecture's plan makes it its own: its name, its area, its reviews.
/// </summary>
public sealed class CopyPlan(ShirubeDb db, TimeProvider clock)
{
    /// <returns>Its number, or what is wrong.</returns>
    public async Task<(int? Number, IReadOnlyList<Fault> Faults)> ExecuteAsync(
        Asker asker,
        PlanSource source,
        PlanForm form,
        string title,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.StartPlans);
        if (StartPlan.FaultOf(title) is { } fault)
            return (null, [fault]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var draft = await StartPlan.NewDraftAsync(db, clock, asker, form, source.Address, cancel);
        var content = OwnedBy(source, form, asker.Government!.Value, Storable.Text(title.Trim()));
        await new PutContent(db, asker, draft, clock.GetUtcNow(), source.PartAddress).ExecuteAsync(content, cancel);
        await BeginSectionsAsync(asker, draft, content, cancel);
        await StartPlan.AuditAsync(db, clock, asker, draft, cancel);
        await transaction.CommitAsync(cancel);
        return (draft.Number, []);
    }

    /// <summary>What was copied is begun, and not done before somebody has looked at it.</summary>
    private async Task BeginSectionsAsync(Asker asker, PlanDraft draft, PlanContent content, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var section in content.Outline.Where(section => content.Holds(section)))
            await SectionStates.MarkWritingAsync(db, asker, draft, section.Key, now, cancel);
    }

    private static PlanContent OwnedBy(PlanSource source, PlanForm form, GovernmentCode government, string title)
    {
        var content = source.Content with { Form = form };
        var isOwn = content.Authors.Any(author => author.Code == government);
        if (!isOwn)
            content = content with
            {
                Authors =
                [
                    new PlanAuthor(1, GovernmentDirectory.Find(government)?.FullName ?? government.Value, government),
                ],
                Links = [.. content.Links, new PlanLink(PlanRelation.Above, source.Name, source.Address)],
            };
        var keys = content
            .Outline.SelectMany(section => section.Passages(content.Authors))
            .Select(passage => passage.Key)
            .ToHashSet();
        var passages = content.Passages.Where(passage => keys.Contains(passage.Key)).ToDictionary();
        passages[PlanOutline.Title] = title;
        if (!isOwn)
            foreach (
                var key in keys.Where(key =>
                    key == PlanOutline.Area || key.StartsWith(PlanOutline.Review + "-", StringComparison.Ordinal)
                )
            )
                passages.Remove(key);
        return content with { Passages = PlanContent.NoPassages.AddRange(passages) };
    }
}

/// <summary>What a plan can be begun from.</summary>
/// <param name="Address">Of its page.</param>
/// <param name="PartAddress">Of a part, by its key; null where it has none.</param>
public sealed record PlanSource(string Name, string Address, PlanContent Content, Func<string, string?> PartAddress);
