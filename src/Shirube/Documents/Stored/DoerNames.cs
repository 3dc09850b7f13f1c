using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>
/// The names of those who put something right. Who works for another government, or was erased, is named by the
/// government alone.
/// </summary>
internal static class DoerNames
{
    public static async Task FillAsync(
        ShirubeDb db,
        IReadOnlyList<Correction> corrections,
        IReadOnlyList<LeftCorrection> left,
        CancellationToken cancel
    )
    {
        var people = corrections
            .Select(correction => correction.PersonId)
            .Concat(left.SelectMany(one => new[] { one.PersonId, one.DecidedByPerson }))
            .OfType<Guid>()
            .ToHashSet();
        var names =
            people.Count == 0
                ? []
                : await db
                    .People.Where(person => people.Contains(person.PersonId))
                    .ToDictionaryAsync(person => person.PersonId, person => person.Name, cancel);
        foreach (var correction in corrections)
            correction.Author = NameOf(new(correction.PersonId, correction.ActingFor), correction.Author);
        foreach (var one in left)
        {
            one.Author = NameOf(new(one.PersonId, one.ActingFor), one.Author);
            if (one.DecidedAt is not null)
                one.DecidedBy = NameOf(new(one.DecidedByPerson, one.DecidedFor), one.DecidedBy ?? "");
        }

        string NameOf(Doer doer, string written) =>
            doer.Person is { } person && names.TryGetValue(person, out var name) && name.Length > 0 ? name
            : doer.ActingFor is { } government ? GovernmentDirectory.Find(government)?.FullName ?? government.Value
            : written;
    }
}
