using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>
/// Makes a plan hold a content as a whole: that of a plan it is begun from, or of its own earlier state. In the caller's
/// transaction, which holds the plan alone (<see cref="HeldPlan.TakeAsync"/>) or has just made it.
/// </summary>
/// <param name="addressOf">Where a part came from, by its key (a passage's, or <c>indicator-3</c>, <c>node-7</c>); null to say nothing.</param>
internal sealed class PutContent(
    ShirubeDb db,
    Asker asker,
    PlanDraft draft,
    DateTimeOffset now,
    Func<string, string?>? addressOf = null
)
{
    public async Task ExecuteAsync(PlanContent content, CancellationToken cancel)
    {
        await PassagesAsync(content, cancel);
        await ClearAsync(cancel);
        Authors(content);
        Indicators(content);
        Tree(content);
        Annexes(content);
        // The database wants a node before what hangs on it.
        await db.SaveChangesAsync(cancel);
        foreach (var node in content.Nodes)
            Links(node.Number, node.Links);
        Links(null, content.Links);
        draft.Levels = [.. content.Levels];
        draft.RaiseParts(Highest(content));
        await db.SaveChangesAsync(cancel);
    }

    private async Task PassagesAsync(PlanContent content, CancellationToken cancel)
    {
        var known = await db
            .DraftPassages.Where(passage => passage.DraftNumber == draft.Number)
            .ToDictionaryAsync(passage => passage.Key, cancel);
        foreach (var key in known.Keys.Union(content.Passages.Keys).ToList())
        {
            if (!known.TryGetValue(key, out var passage))
                db.Add(
                    passage = draft.Own(
                        new DraftPassage
                        {
                            Key = key,
                            Text = "",
                            CopiedFrom = addressOf?.Invoke(key),
                        }
                    )
                );
            if (passage.Revision > 0 && PassageText.Tidy(passage.Text) == content[key])
                continue;
            passage.Text = content[key];
            passage.Revision++;
            (passage.SavedBy, passage.SavedAt) = (asker.PersonOrNull, now);
        }
    }

    private async Task ClearAsync(CancellationToken cancel)
    {
        // First what hangs on others: the database takes it away with them, and a row is removed once.
        db.RemoveRange(await OwnAsync(db.DraftNodeIndicators, cancel));
        db.RemoveRange(await OwnAsync(db.DraftLinks, cancel));
        db.RemoveRange(await OwnAsync(db.DraftTargets, cancel));
        await db.SaveChangesAsync(cancel);
        db.RemoveRange(await OwnAsync(db.DraftAuthors, cancel));
        db.RemoveRange(await OwnAsync(db.DraftIndicators, cancel));
        db.RemoveRange(await OwnAsync(db.DraftNodes, cancel));
        db.RemoveRange(await OwnAsync(db.DraftFunding, cancel));
        db.RemoveRange(await OwnAsync(db.DraftPrivateShares, cancel));
        db.RemoveRange(await OwnAsync(db.DraftSchedule, cancel));
        await db.SaveChangesAsync(cancel);
    }

    private Task<List<T>> OwnAsync<T>(IQueryable<T> parts, CancellationToken cancel)
        where T : DraftPart => parts.Where(part => part.DraftNumber == draft.Number).ToListAsync(cancel);

    private void Authors(PlanContent content) =>
        db.AddRange(
            content.Authors.Select(author =>
                draft.Own(
                    new DraftAuthor
                    {
                        Number = author.Number,
                        Name = author.Name,
                        AuthorCode = author.Code,
                    }
                )
            )
        );

    private void Indicators(PlanContent content)
    {
        foreach (var (indicator, at) in content.Indicators.Select((one, at) => (one, at)))
        {
            db.Add(
                draft.Own(
                    new DraftIndicator
                    {
                        Number = indicator.Number,
                        Position = at + 1,
                        Name = indicator.Name,
                        Unit = indicator.Unit,
                        Baseline = indicator.Baseline.Text,
                        BaselineYear = indicator.BaselineYear,
                        TargetBasis = indicator.Basis,
                        Direction = indicator.Direction,
                        RangeLow = indicator.RangeLow,
                        RangeHigh = indicator.RangeHigh,
                        Definition = indicator.Definition,
                        CopiedFrom = addressOf?.Invoke($"indicator-{indicator.Number}"),
                    }
                )
            );
            foreach (var target in indicator.Targets)
            {
                var row = new DraftTarget
                {
                    IndicatorNumber = indicator.Number,
                    Year = target.Year,
                    Text = target.Figure.Text,
                };
                db.Add(draft.Own(row));
            }
        }
    }

    private void Tree(PlanContent content)
    {
        foreach (var (node, at) in content.Nodes.Select((one, at) => (one, at)))
        {
            db.Add(
                draft.Own(
                    new DraftNode
                    {
                        Number = node.Number,
                        Parent = node.Parent,
                        Position = at + 1,
                        Name = node.Name,
                        Text = node.Text,
                        Weight = node.Weight,
                        CopiedFrom = addressOf?.Invoke($"node-{node.Number}"),
                    }
                )
            );
            db.AddRange(
                node.Indicators.Select(one =>
                    draft.Own(
                        new DraftNodeIndicator
                        {
                            NodeNumber = node.Number,
                            IndicatorNumber = one.Indicator,
                            Weight = one.Weight,
                        }
                    )
                )
            );
        }
    }

    private void Links(int? node, IEnumerable<PlanLink> links) =>
        db.AddRange(
            links.Select(link =>
                draft.Own(
                    new DraftLink
                    {
                        Number = draft.NextPart(),
                        NodeNumber = node,
                        Relation = link.Relation,
                        Name = link.Name,
                        Address = link.Address,
                    }
                )
            )
        );

    private void Annexes(PlanContent content)
    {
        db.AddRange(
            content.Funding.Select(amount =>
                draft.Own(
                    new DraftFunding
                    {
                        Year = amount.Year,
                        Source = amount.Source,
                        Yen = amount.Yen,
                    }
                )
            )
        );
        db.AddRange(
            content.PrivateShares.Select(target =>
                draft.Own(new DraftPrivateShare { NthYear = target.NthYear, Percent = target.Percent })
            )
        );
        db.AddRange(
            content.Schedule.Select(
                (item, at) =>
                    draft.Own(
                        new DraftScheduleItem
                        {
                            Number = item.Number,
                            Position = at + 1,
                            Name = item.Name,
                            FirstMonth = item.From,
                            LastMonth = item.To,
                            Note = item.Note,
                        }
                    )
            )
        );
    }

    private static int Highest(PlanContent content) =>
        content
            .Authors.Select(author => author.Number)
            .Concat(content.Indicators.Select(indicator => indicator.Number))
            .Concat(content.Nodes.Select(node => node.Number))
            .Concat(content.Schedule.Select(item => item.Number))
            .DefaultIfEmpty(0)
            .Max();
}
