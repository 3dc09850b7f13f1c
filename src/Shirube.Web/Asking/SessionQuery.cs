using Npgsql;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Web.Asking;

/// <summary>
/// Who asks: one round trip that also tells the connection its scope, so that row-level security holds for all that
/// follows on it.
/// </summary>
internal static class SessionQuery
{
    private const string Scope =
        "select set_config('shirube.person', $1, false), set_config('shirube.government', '', false)";

    /// <summary>The government of the address where a post is held there, else the one chosen, else the first.</summary>
    private const string Government = """
        select set_config('shirube.government', coalesce((
            select government_code from post
            where person_id = current_person() and valid_from <= $1 and (valid_until is null or valid_until >= $1)
            order by government_code = $2 desc, government_code = $3 desc, government_code
            limit 1), ''), false)
        """;

    private const string Account = """
        select person.name, account.security_stamp, account.must_change_password, current_setting('shirube.government')
        from person
        join account on account.person_id = person.person_id
        join account_session as session on session.person_id = person.person_id
        where person.person_id = current_person() and person.erased_at is null
            and session.session_id = $1 and session.ended_at is null
        """;

    private const string Posts = """
        select government_code, role, department_number from post
        where person_id = current_person() and valid_from <= $1 and (valid_until is null or valid_until >= $1)
        order by government_code, number
        """;

    /// <param name="ofAddress">Code that the address names; null where it names none.</param>
    /// <param name="chosen">Code that the person chose to act for.</param>
    /// <returns>Null when the session ended: signed out everywhere, erased, or made under another password.</returns>
    public static async Task<Session?> FindAsync(
        NpgsqlConnection connection,
        SignedIn signedIn,
        string? ofAddress,
        string? chosen,
        DateOnly today,
        string from,
        CancellationToken cancel
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, Scope, signedIn.Person.ToString("D"));
        Add(batch, Government, today, ofAddress ?? "", chosen ?? "");
        Add(batch, Account, signedIn.Session);
        Add(batch, Posts, today);
        await using var row = await batch.ExecuteReaderAsync(cancel);
        await row.NextResultAsync(cancel);
        await row.NextResultAsync(cancel);
        if (!await row.ReadAsync(cancel) || row.GetString(1) != signedIn.Stamp)
            return null;
        var (name, mustChange) = (row.GetString(0), row.GetBoolean(2));
        var government = row.GetString(3) is { Length: > 0 } code ? GovernmentCode.Parse(code) : (GovernmentCode?)null;
        await row.NextResultAsync(cancel);
        var posts = new List<(GovernmentCode Government, HeldPost Post)>();
        while (await row.ReadAsync(cancel))
            posts.Add(
                (
                    GovernmentCode.Parse(row.GetString(0)),
                    new HeldPost(
                        Enum.Parse<Role>(row.GetString(1)),
                        await row.IsDBNullAsync(2, cancel) ? null : row.GetInt32(2)
                    )
                )
            );
        var held = posts.Where(post => post.Government == government).Select(post => post.Post).ToList();
        return new(
            new Asker(signedIn.Person, name, government, held, from),
            mustChange,
            // Any post asks for it, also one in a government for which the person does not act now.
            !signedIn.HasSecondFactor && posts.Exists(post => SecondFactor.IsNeededBy(post.Post.Role)),
            [.. posts.Select(post => post.Government).Distinct()]
        );
    }

    private static void Add(NpgsqlBatch batch, string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
