using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>
/// 保有個人データの開示: all that is held of a person, as JSON, with what it is and where. An administrator is given what
/// the own government sees; the installer what every government sees for which the person works or worked.
/// </summary>
/// <param name="open">Makes a context for a scope.</param>
public sealed class ExportPerson(Func<Scope, ShirubeDb> open, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>UTF-8, or what stands in the way.</returns>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<(byte[]? Json, Fault? Fault)> ExecuteAsync(
        Asker asker,
        Guid person,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ManagePeople);
        var isShared = false;
        await using (var own = open(asker.Scope))
        {
            if (!await own.People.AnyAsync(known => known.PersonId == person, cancel))
                return (null, new Fault("person", "PEOPLE021"));
            isShared =
                asker.PersonOrNull is not null
                && await SignInLink.WorksElsewhereAsync(own, person, JapanDay.Today(clock), cancel);
        }
        var held = HeldData
            .All.Where(place => !(isShared && place.IsWholeInstallations))
            .ToDictionary(place => place, _ => new JsonArray());
        foreach (var scope in await ScopesAsync(asker, person, cancel))
            await AddAsync(held, scope, person, cancel);
        await using var db = open(asker.Scope);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("person.exported", $"/governments/{asker.Government}/people/{person}"),
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (JsonSerializer.SerializeToUtf8Bytes(Written(person, held), Readable), null);
    }

    /// <summary>The installer looks as each of the governments, and as the person.</summary>
    private async Task<List<Scope>> ScopesAsync(Asker asker, Guid person, CancellationToken cancel)
    {
        if (asker.PersonOrNull is not null)
            return [asker.Scope];
        await using var own = open(new Scope(asker.Government, person));
        var governments = await own
            .Posts.Where(post => post.PersonId == person)
            .Select(post => post.GovernmentCode)
            .Distinct()
            .ToListAsync(cancel);
        return
        [
            new Scope(null, person),
            .. governments.Select(government => new Scope((GovernmentCode?)government, person)),
        ];
    }

    private async Task AddAsync(
        Dictionary<HeldData, JsonArray> held,
        Scope scope,
        Guid person,
        CancellationToken cancel
    )
    {
        await using var db = open(scope);
        foreach (var (place, rows) in held)
        foreach (var row in await new PersonExtract(db).RowsAsync(place, person, cancel))
            if (!rows.Any(known => JsonNode.DeepEquals(known, row)))
                rows.Add(row!.DeepClone());
    }

    private JsonObject Written(Guid person, Dictionary<HeldData, JsonArray> held) =>
        new()
        {
            ["person"] = person,
            ["exportedAt"] = clock.GetUtcNow(),
            ["held"] = new JsonArray([
                .. held.Select(place => new JsonObject
                {
                    ["what"] = place.Key.What,
                    ["where"] = $"{place.Key.Table}.{place.Key.Column}",
                    ["onErasure"] = place.Key.StaysOnErasure ? "stays" : "erased",
                    ["why"] = place.Key.Why.Length > 0 ? place.Key.Why : null,
                    ["rows"] = place.Value,
                }),
            ]),
        };
}
