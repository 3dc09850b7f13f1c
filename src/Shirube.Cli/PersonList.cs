using System.CommandLine;
using System.Globalization;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Web.Accounts;

namespace Shirube.Cli;

/// <summary><c>shirube person list --government CODE</c>: one post a line, parted by tabs.</summary>
internal static class PersonList
{
    public static Command Create()
    {
        var government = OfficeOptions.Government();
        var all = new Option<bool>("--all") { Description = CliTexts.PersonAll };
        var data = StoreOptions.DataFolder();
        var command = new Command("list", CliTexts.PersonListText) { government, all, data };
        command.SetAction(
            (parsed, cancel) =>
                OfficeOptions.InAsync(
                    parsed.GetValue(government)!,
                    parsed.GetValue(data)!,
                    (store, code) => RunAsync(store, code, parsed.GetValue(all), cancel),
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Store store, GovernmentCode code, bool all, CancellationToken cancel)
    {
        var installer = Installer.For(code, "person list");
        await using var db = store.NewContext(installer.Scope);
        var today = JapanDay.Today(TimeProvider.System);
        Console.WriteLine(CliTexts.PersonHeads);
        var result = new ListPeople.Result([], 1);
        for (var page = 1; (page - 1) * ListPeople.PageSize < result.Count; page++)
        {
            var query = new ListPeople.Query(HeldOn: all ? null : today, Page: page);
            result = await new ListPeople(db, TimeProvider.System).ExecuteAsync(installer, query, cancel);
            var accounts = await new FindAccount(db).ExecuteAsync(
                installer,
                [.. result.People.Select(person => person.Person)],
                cancel
            );
            foreach (var person in result.People)
            foreach (var post in person.Posts)
                Console.WriteLine(Line(person, post, accounts.GetValueOrDefault(person.Person)));
        }
        return ExitCode.Done;
    }

    private static string Line(ListedPerson person, ListedPost post, FoundAccount? account) =>
        FindingTextLine([
            person.Person.ToString("D"),
            person.Name,
            person.Mail,
            PermissionText.Of(post.Role),
            post.Department ?? "",
            post.From.ToString("O", CultureInfo.InvariantCulture),
            post.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            CliTexts.PersonAccount(account),
            account?.LastSignIn is { } at ? JapanDay.Of(at).ToString("O", CultureInfo.InvariantCulture) : "",
        ]);

    private static string FindingTextLine(string[] cells) => string.Join('\t', cells.Select(FindingText.Plain));
}
