using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>課の名前を変える: the number stays, and with it all that the department did.</summary>
public sealed class RenameDepartment(ShirubeDb db, TimeProvider clock)
{
    /// <param name="seen">The name that stood there when the asker looked; another one since is not overwritten.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        int number,
        string name,
        string seen,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        var plain = Storable.Text(name.Trim());
        if (plain.Length is 0 or > Department.NameMaxLength)
            return new Fault("name", "PEOPLE001", Arguments: Department.NameMaxLength);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var department = await db.Departments.SingleOrDefaultAsync(known => known.Number == number, cancel);
        if (department is null)
            return new Fault("department", "PEOPLE005", Arguments: number);
        if (department.Name != seen)
            return new Fault("name", "PEOPLE040", Arguments: department.Name);
        if (
            await db.Departments.AnyAsync(
                known => known.Number != number && known.Name == plain && known.ValidUntil == null,
                cancel
            )
        )
            return new Fault("name", "PEOPLE002", Arguments: plain);
        department.Name = plain;
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("department.renamed", $"/governments/{government}/departments/{number}") with
            {
                Before = AuditValues.Of(("name", seen)),
                After = AuditValues.Of(("name", plain)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
