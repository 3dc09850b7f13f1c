using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>What is wrong with a post that somebody is to be given.</summary>
internal sealed class PostFaults(ShirubeDb db)
{
    /// <param name="known">The person of the address, where there is one.</param>
    public async Task<List<Fault>> OfAsync(NewPost given, Guid? known, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        if (given.Name.Trim().Length is 0 or > Person.NameMaxLength)
            faults.Add(new Fault("name", "PEOPLE003", Arguments: Person.NameMaxLength));
        if (given.Yomi.Trim().Length > Person.NameMaxLength)
            faults.Add(new Fault("yomi", "PEOPLE009", Arguments: Person.NameMaxLength));
        if (!MailAddress.IsWritable(given.Mail))
            faults.Add(new Fault("mail", "PEOPLE004", Arguments: given.Mail));
        if (
            given.Department is { } number
            && !await db.Departments.AnyAsync(
                open => open.Number == number && (open.ValidUntil == null || open.ValidUntil >= given.Until),
                cancel
            )
        )
            faults.Add(new Fault("department", "PEOPLE005", Arguments: number));
        if (given.Department is null && given.Role == Role.DepartmentOfficer)
            faults.Add(new Fault("department", "PEOPLE008", Arguments: given.Role));
        if (given.Until < given.From)
            faults.Add(new Fault("until", "PEOPLE006", Arguments: [given.From, given.Until]));
        if (faults.Count == 0 && known is { } person && await IsHeldAsync(given, person, cancel))
            faults.Add(new Fault("mail", "PEOPLE007", Arguments: [given.Mail, given.Role]));
        return faults;
    }

    private Task<bool> IsHeldAsync(NewPost given, Guid person, CancellationToken cancel) =>
        db
            .Posts.HeldBetween(given.From, given.Until)
            .AnyAsync(
                post =>
                    post.GovernmentCode == db.Scope.Government
                    && post.PersonId == person
                    && post.Role == given.Role
                    && post.DepartmentNumber == given.Department,
                cancel
            );
}
