using System.CommandLine;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Cli;

/// <summary><c>shirube person invite|list|reset|revoke|break-glass|export|erase</c>: what administrators do with people, without the site.</summary>
internal static class PersonCommand
{
    public static Command Create() =>
        new("person", CliTexts.PersonText)
        {
            PersonInvite.Create(),
            PersonList.Create(),
            With("reset", CliTexts.PersonReset, PersonActs.ResetAsync, why: true, factors: true),
            With("revoke", CliTexts.PersonRevoke, PersonActs.RevokeAsync, why: true),
            With("break-glass", CliTexts.PersonBreakGlass, PersonActs.BreakGlassAsync, why: true),
            With("break-glass-end", CliTexts.PersonBreakGlassEnd, PersonActs.BreakGlassEndAsync, why: true),
            With("export", CliTexts.PersonExport, PersonActs.ExportAsync, output: true),
            With("erase", CliTexts.PersonErase, PersonActs.EraseAsync, why: true),
        };

    /// <summary>A command on one person, named by mail address or number.</summary>
    /// <param name="Why">The reason; empty where the command asks for none.</param>
    /// <param name="Output">A file, or null for standard output.</param>
    internal sealed record On(
        Store Store,
        GovernmentCode Government,
        Guid Person,
        string Why,
        bool WithFactors,
        string? Output,
        string Site
    );

    private static Command With(
        string name,
        string description,
        Func<On, CancellationToken, Task<int>> act,
        bool why = false,
        bool factors = false,
        bool output = false
    )
    {
        var person = new Argument<string>("PERSON") { Description = CliTexts.PersonArgument };
        var government = OfficeOptions.Government();
        var reason = new Option<string>("--why") { Description = CliTexts.PersonWhy, Required = why };
        var withFactors = new Option<bool>("--factors") { Description = CliTexts.PersonFactors };
        var file = new Option<string?>("--output") { Description = CliTexts.OfficeOutput };
        var site = new Option<string?>("--site") { Description = CliTexts.ImportSite };
        var data = StoreOptions.DataFolder();
        var command = new Command(name, description) { person, government };
        if (why)
            command.Add(reason);
        if (factors)
        {
            command.Add(withFactors);
            command.Add(site);
        }
        if (output)
            command.Add(file);
        command.Add(data);
        command.SetAction(
            (parsed, cancel) =>
                OfficeOptions.InAsync(
                    parsed.GetValue(government)!,
                    parsed.GetValue(data)!,
                    async (store, code) =>
                        await PersonActs.FindAsync(store, code, parsed.GetValue(person)!, cancel) is not { } found
                            ? ExitCode.Refused
                            : await act(
                                new On(
                                    store,
                                    code,
                                    found,
                                    why ? parsed.GetValue(reason)! : "",
                                    factors && parsed.GetValue(withFactors),
                                    output ? parsed.GetValue(file) : null,
                                    ServedAddress.SiteOf(factors ? parsed.GetValue(site) : null, parsed.GetValue(data)!)
                                ),
                                cancel
                            ),
                    cancel
                )
        );
        return command;
    }
}
