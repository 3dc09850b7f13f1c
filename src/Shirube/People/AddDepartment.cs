using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>課を置く: a new department of the asker's government.</summary>
public sealed class AddDepartment(ShirubeDb db, TimeProvider clock)
{
    /// <returns>Its number, or what is wrong with the name.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<(int? Number, Fault? Fault)> ExecuteAsync(
        Asker asker,
        string name,
        DateOnly from,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        var plain = Storable.Text(name.Trim());
        if (plain.Length is 0 or > Department.NameMaxLength)
            return (null, new Fault("name", "PEOPLE001", Arguments: Department.NameMaxLength));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var own = db.Departments.Where(department => department.GovernmentCode == government);
        if (
            await own.AnyAsync(
                known => known.Name == plain && (known.ValidUntil == null || known.ValidUntil >= from),
                cancel
            )
        )
            return (null, new Fault("name", "PEOPLE002", Arguments: plain));
        var department = new Department
        {
            GovernmentCode = government,
            Number = (await own.MaxAsync(known => (int?)known.Number, cancel) ?? 0) + 1,
            Name = plain,
            ValidFrom = from,
        };
        db.Add(department);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("department.added", $"/governments/{government}/departments/{department.Number}") with
            {
                After = AuditValues.Of(("name", department.Name), ("validFrom", from)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (department.Number, null);
    }
}
