using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <param name="Node">Null for a link of the whole plan.</param>
/// <param name="Name">May be blank where there is an address: what stands there gives it.</param>
/// <param name="Address">Of a document or a plan in Shirube; blank or null for what is not there.</param>
public sealed record NewLink(int? Node, PlanRelation Relation, string Name, string? Address);

/// <summary>ほかの計画や条例とつなぐ.</summary>
public sealed partial class LinkPlan(ShirubeDb db, TimeProvider clock)
{
    public const int NameMaxLength = 200;

    public Task<Fault?> AddAsync(Asker asker, int plan, NewLink wanted, CancellationToken cancel = default) =>
        new PlanChange(db, clock) { Section = PlanOutline.Tree }.MakeAsync(
            asker,
            plan,
            "plan.linked",
            draft => AddAsync(draft, wanted, cancel),
            cancel
        );

    /// <param name="link">Its number in the plan.</param>
    public Task<Fault?> RemoveAsync(Asker asker, int plan, int link, CancellationToken cancel = default) =>
        new PlanChange(db, clock) { Section = PlanOutline.Tree }.MakeAsync(
            asker,
            plan,
            "plan.unlinked",
            async _ =>
            {
                var row = await db.DraftLinks.SingleOrDefaultAsync(
                    row => row.DraftNumber == plan && row.Number == link,
                    cancel
                );
                if (row is null)
                    return Changed.Refused(null, "WRITE115");
                db.Remove(row);
                return Changed.From(Values(row), null);
            },
            cancel
        );

    /// <summary>Plans and documents that the asker may see, by address and name.</summary>
    public static async Task<IReadOnlyList<(string Address, string Name)>> TargetsAsync(
        ShirubeDb db,
        CancellationToken cancel
    )
    {
        var plans = await db
            .DraftPassages.AsNoTracking()
            .Where(passage => passage.Key == PlanOutline.Title)
            .OrderBy(passage => passage.DraftNumber)
            .Select(passage => new
            {
                passage.GovernmentCode,
                passage.DraftNumber,
                passage.Text,
            })
            .ToListAsync(cancel);
        var documents = await db
            .Documents.AsNoTracking()
            .OrderBy(document => document.GovernmentCode)
            .ThenBy(document => document.Number)
            .ToListAsync(cancel);
        return
        [
            .. plans.Select(plan => (PlanDraft.AddressOf(plan.GovernmentCode, plan.DraftNumber), plan.Text)),
            .. documents.Select(document => (document.Address, document.Name)),
        ];
    }

    private async Task<Changed> AddAsync(PlanDraft draft, NewLink wanted, CancellationToken cancel)
    {
        var (name, address) = (
            NodeChange.Line(wanted.Name),
            wanted.Address?.Trim() is { Length: > 0 } given ? given : null
        );
        if (address == draft.Address)
            return Changed.Refused("address", "WRITE116");
        if (address is not null)
        {
            if (await NameOfAsync(address, cancel) is not { } there)
                return Changed.Refused("address", "WRITE113", address);
            name = name.Length == 0 ? NodeChange.Line(there) : name;
        }
        if (name.Length is 0 or > NameMaxLength)
            return Changed.Refused("link-name", "WRITE112", NameMaxLength);
        if (
            wanted.Node is { } node
            && !await db.DraftNodes.AnyAsync(row => row.DraftNumber == draft.Number && row.Number == node, cancel)
        )
            return Changed.Refused(null, "WRITE101");
        if (
            await db.DraftLinks.AnyAsync(
                row =>
                    row.DraftNumber == draft.Number
                    && row.NodeNumber == wanted.Node
                    && row.Relation == wanted.Relation
                    && row.Name == name
                    && row.Address == address,
                cancel
            )
        )
            return Changed.Refused("link-name", "WRITE114", name);
        var link = draft.Own(
            new DraftLink
            {
                Number = draft.NextPart(),
                NodeNumber = wanted.Node,
                Relation = wanted.Relation,
                Name = name,
                Address = address,
            }
        );
        db.Add(link);
        return Changed.To(Values(link));
    }

    /// <returns>Null when the address leads nowhere, or to what the asker may not see.</returns>
    private async Task<string?> NameOfAsync(string address, CancellationToken cancel)
    {
        var match = Spelling().Match(address);
        if (
            !match.Success
            || !GovernmentCode.TryParse(match.Groups["code"].Value, out var government)
            || !int.TryParse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        if (match.Groups["kind"].Value == "documents")
            return await db
                .Documents.Where(document => document.GovernmentCode == government && document.Number == number)
                .Select(document => document.Name)
                .SingleOrDefaultAsync(cancel);
        return await db
            .DraftPassages.Where(passage =>
                passage.GovernmentCode == government
                && passage.DraftNumber == number
                && passage.Key == PlanOutline.Title
            )
            .Select(passage => passage.Text)
            .SingleOrDefaultAsync(cancel);
    }

    private static string Values(DraftLink link) =>
        AuditValues.Of(
            ("link", link.Number),
            ("node", link.NodeNumber),
            ("relation", link.Relation),
            ("name", link.Name),
            ("address", link.Address)
        );

    [GeneratedRegex(
        "^/governments/(?<code>[0-9]{6})/(?<kind>documents|plans)/(?<number>[0-9]{1,9})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Spelling();
}
