using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>作成主体を変える: adds governments by name or code, or takes one away. What was written for it stays.</summary>
public sealed class ChangeAuthors(ShirubeDb db, TimeProvider clock)
{
    /// <param name="name">群馬県桐生市, 桐生市 or 102032.</param>
    public Task<Fault?> AddAsync(Asker asker, int plan, string name, CancellationToken cancel = default) =>
        ChangeAsync(
            asker,
            plan,
            (draft, authors) =>
            {
                var government = GovernmentCode.TryParse(name.Trim(), out var code)
                    ? GovernmentDirectory.Find(code)
                    : GovernmentDirectory.FindByName(name.Trim());
                if (government is null)
                    return new Fault("author", "WRITE009", Arguments: name);
                if (authors.Any(author => author.AuthorCode == government.Code))
                    return new Fault("author", "WRITE010", Arguments: government.FullName);
                db.Add(
                    draft.Own(
                        new DraftAuthor
                        {
                            Number = draft.NextPart(),
                            Name = government.FullName,
                            AuthorCode = government.Code,
                        }
                    )
                );
                return null;
            },
            cancel
        );

    public Task<Fault?> RemoveAsync(Asker asker, int plan, int author, CancellationToken cancel = default) =>
        ChangeAsync(
            asker,
            plan,
            (_, authors) =>
            {
                if (authors.Find(known => known.Number == author) is not { } gone)
                    return new Fault(null, "WRITE007");
                if (authors.Count == 1)
                    return new Fault("author", "WRITE011");
                db.Remove(gone);
                return null;
            },
            cancel
        );

    private async Task<Fault?> ChangeAsync(
        Asker asker,
        int plan,
        Func<PlanDraft, List<DraftAuthor>, Fault?> change,
        CancellationToken cancel
    )
    {
        asker.Require(Act.WritePlans);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return fault;
        var authors = await db.DraftAuthors.Where(author => author.DraftNumber == plan).ToListAsync(cancel);
        var before = Names(authors);
        if (change(draft, authors) is { } wrong)
            return wrong;
        await db.SaveChangesAsync(cancel);
        var after = Names(await db.DraftAuthors.Where(author => author.DraftNumber == plan).ToListAsync(cancel));
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.authorsChanged", draft.Address) with
            {
                Before = AuditValues.Of(("authors", before)),
                After = AuditValues.Of(("authors", after)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static string Names(IEnumerable<DraftAuthor> authors) =>
        string.Join("、", PlanAuthor.InOrder(authors.Select(author => author.Author)).Select(author => author.Name));
}
