using System.CommandLine;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Folding = Shirube.Documents.Text.Folding;

namespace Shirube.Cli;

/// <summary>What the commands for governments, people and the audit trail take and say alike.</summary>
internal static class OfficeOptions
{
    public static Option<string> Government() =>
        new("--government") { Description = CliTexts.OfficeGovernment, Required = true };

    /// <summary>Null when no government has the code; that then stands on standard error.</summary>
    public static GovernmentCode? CodeOf(string text)
    {
        if (
            GovernmentCode.TryParse(Folding.FoldNumeric(text).Trim(), out var code)
            && GovernmentDirectory.Find(code) is not null
        )
            return code;
        Console.Error.WriteLine(CliTexts.NotAGovernment(text));
        return null;
    }

    /// <summary>The day, or today where none is given; null when the text is no day, which then stands on standard error.</summary>
    public static DateOnly? DayOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return JapanDay.Today(TimeProvider.System);
        if (JapaneseDate.TryParse(text, out var date) && date.Date is { } day)
            return day;
        Console.Error.WriteLine("shirube: " + FaultText.Of(new Fault("on", "PEOPLE016", Arguments: text)));
        return null;
    }

    /// <summary>What stands in the way, on standard error; nothing was changed.</summary>
    public static int Refuse(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
            Console.Error.WriteLine("shirube: " + FaultText.Of(fault));
        return ExitCode.Refused;
    }

    /// <summary>Opens the database for a registered government and does the work.</summary>
    public static async Task<int> InAsync(
        string government,
        string data,
        Func<Store, GovernmentCode, Task<int>> work,
        CancellationToken cancel
    )
    {
        if (CodeOf(government) is not { } code)
            return ExitCode.NotReadable;
        await using var store = await StoreOptions.OpenAsync(data, ClusterUse.Working, cancel);
        if (store is null)
            return ExitCode.DatabaseUnusable;
        await using (var db = store.NewContext(Scope.None))
            if (!(await RegisteredCodes.AllAsync(db, cancel)).Contains(code))
            {
                await Console.Error.WriteLineAsync(CliTexts.NotRegistered(code.Value));
                return ExitCode.Refused;
            }
        return await work(store, code);
    }
}
