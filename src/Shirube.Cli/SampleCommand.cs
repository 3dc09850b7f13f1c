using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Web.Accounts;

namespace Shirube.Cli;

/// <summary>
/// <c>shirube sample people</c>: three governments with departments and people to look around as. Their passwords are
/// made here and written into a file that only its owner reads.
/// </summary>
internal static class SampleCommand
{
    private sealed record Made(SampleOffices.Office Office, SampleOffices.SamplePerson Person, string Password);

    public static Command Create()
    {
        var data = StoreOptions.DataFolder();
        var site = new Option<string?>("--site") { Description = CliTexts.ImportSite };
        var people = new Command("people", CliTexts.SamplePeople) { site, data };
        people.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    Path.GetFullPath(parsed.GetValue(data)!),
                    ServedAddress.SiteOf(parsed.GetValue(site), parsed.GetValue(data)!),
                    cancel
                )
        );
        return new Command("sample", CliTexts.Sample) { people };
    }

    private static async Task<int> RunAsync(string data, string site, CancellationToken cancel)
    {
        await using var store = await StoreOptions.OpenAsync(data, ClusterUse.Working, cancel);
        if (store is null)
            return ExitCode.DatabaseUnusable;
        var made = new List<Made>();
        foreach (var office in SampleOffices.All)
            if (await AddAsync(store, office, made, cancel) is { } fault)
                return OfficeOptions.Refuse([fault]);
        if (await new SampleWork(store).AddAsync(cancel) is { } missing)
            return OfficeOptions.Refuse([missing]);
        if (made.Count == 0)
        {
            Console.WriteLine(CliTexts.SampleThere);
            return ExitCode.Done;
        }
        var path = Path.Combine(data, "sample-people.txt");
        Directory.CreateDirectory(data);
        await using (var file = PrivateFile.Create(path))
            await file.WriteAsync(Encoding.UTF8.GetBytes(Listed(made)), cancel);
        var first = made.FirstOrDefault(one => one.Person.Mail == SampleOffices.First) ?? made[0];
        Console.WriteLine(CliTexts.SampleMade(site + "/sign-in", first.Person.Mail, first.Password, path));
        return ExitCode.Done;
    }

    /// <summary>Who is there already keeps everything as it is.</summary>
    private static async Task<Fault?> AddAsync(
        Store store,
        SampleOffices.Office office,
        List<Made> made,
        CancellationToken cancel
    )
    {
        var code = GovernmentCode.Parse(office.Code);
        var installer = Installer.For(code, "sample people");
        await using var db = store.NewContext(installer.Scope);
        await new RegisterGovernment(db, TimeProvider.System).ExecuteAsync(code, installer.From, cancel);
        var departments = new List<int>();
        foreach (var name in office.Departments)
            departments.Add(await DepartmentAsync(db, installer, name, cancel));
        foreach (var person in office.People)
        {
            var post = new NewPost(
                person.Name,
                person.Yomi,
                person.Mail,
                person.Role,
                person.Department is { } index ? departments[index] : null,
                JapanDay.Today(TimeProvider.System)
            );
            if (await db.People.AnyAsync(known => known.Mail == person.Mail, cancel))
                continue;
            var invited = await new InvitePerson(db, TimeProvider.System).ExecuteAsync(installer, post, cancel);
            if (invited.Faults is [var fault, ..])
                return fault;
            var password = NewPassword();
            var give = new GivePassword(db, TimeProvider.System, Settings());
            if (await give.ExecuteAsync(installer, invited.Person, password, false, true, cancel) is { } refused)
                return refused;
            made.Add(new(office, person, password));
        }
        return null;
    }

    private static async Task<int> DepartmentAsync(
        ShirubeDb db,
        Asker installer,
        string name,
        CancellationToken cancel
    ) =>
        await db
            .Departments.Where(known => known.Name == name)
            .Select(known => (int?)known.Number)
            .FirstOrDefaultAsync(cancel)
        ?? (
            await new AddDepartment(db, TimeProvider.System).ExecuteAsync(
                installer,
                name,
                FiscalYear.Of(JapanDay.Today(TimeProvider.System)).FirstDay,
                cancel
            )
        )
            .Number!
            .Value;

    private static AccountSettings Settings() =>
        AccountSettings.Of(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>Sixteen letters and digits that are not mistaken for each other, in fours: over 75 bits.</summary>
    private static string NewPassword() =>
        string.Join(
            '-',
            Enumerable
                .Range(0, 4)
                .Select(_ => new string(RandomNumberGenerator.GetItems<char>("abcdefghjkmnpqrstuvwxyz23456789", 4)))
        );

    private static string Listed(List<Made> made)
    {
        var list = new StringBuilder(CliTexts.SampleFile).Append('\n');
        foreach (var office in made.GroupBy(one => one.Office.Code))
        {
            var name = GovernmentDirectory.Find(GovernmentCode.Parse(office.Key))!.FullName;
            list.Append('\n').Append(office.Key).Append(' ').Append(name).Append('\n');
            foreach (var one in office)
                list.Append(
                        CultureInfo.InvariantCulture,
                        $"  {one.Person.Mail}\t{one.Password}\t{one.Person.Name}\t{PermissionText.Of(one.Person.Role)}"
                    )
                    .Append(SecondFactor.IsNeededBy(one.Person.Role) ? "\t" + CliTexts.SampleFactor : "")
                    .Append('\n');
        }
        return list.ToString();
    }
}
