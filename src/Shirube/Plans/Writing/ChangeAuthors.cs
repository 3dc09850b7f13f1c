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
                var author = draft.Own(
                    new DraftAuthor
                    {
                        Number = draft.NextPart(),
                        Name = government.FullName,
                        AuthorCode = government.Code,
                    }
                );
                authors.Add(author);
                db.Add(author);
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
                authors.Remove(gone);
                db.Remove(gone);
                return null;
            },
            cancel
        );

    private Task<Fault?> ChangeAsync(
        Asker asker,
        int plan,
        Func<PlanDraft, List<DraftAuthor>, Fault?> change,
        CancellationToken cancel
    ) =>
        new PlanChange(db, clock).MakeAsync(
            asker,
            plan,
            "plan.authorsChanged",
            async draft =>
            {
                var authors = await db.DraftAuthors.Where(author => author.DraftNumber == plan).ToListAsync(cancel);
                var before = Values(authors);
                return change(draft, authors) is { } wrong
                    ? new Changed(wrong, null, null)
                    : Changed.From(before, Values(authors));
            },
            cancel
        );

    private static string Values(IEnumerable<DraftAuthor> authors)
    {
        var inOrder = PlanAuthor.InOrder(authors.Select(author => author.Author));
        return AuditValues.Of(("authors", string.Join("、", inOrder.Select(author => author.Name))));
    }
}
