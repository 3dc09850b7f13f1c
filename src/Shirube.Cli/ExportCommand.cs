using System.CommandLine;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Governments;
using Shirube.Plans.HandIn;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Cli;

/// <summary><c>shirube export PLAN</c>: a plan as a file, or in the ministry's empty form, without the site.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var plan = new Argument<int>("PLAN") { Description = CliTexts.ExportPlan };
        var government = OfficeOptions.Government();
        var format = new Option<string>("--format")
        {
            Description = CliTexts.ExportFormat,
            DefaultValueFactory = _ => "docx",
        };
        format.AcceptOnlyFromAmong([.. DocumentWriter.Formats.Select(one => DocumentWriter.EndingOf(one)[1..])]);
        var output = new Option<string?>("--output") { Description = CliTexts.ExportOutput };
        var form = new Option<string?>("--form") { Description = CliTexts.ExportForm };
        var data = StoreOptions.DataFolder();
        var command = new Command("export", CliTexts.Export) { plan, government, format, output, form, data };
        command.SetAction(
            (parsed, cancel) =>
                OfficeOptions.InAsync(
                    parsed.GetValue(government)!,
                    parsed.GetValue(data)!,
                    (store, code) =>
                        parsed.GetValue(form) is { } empty
                            ? FillAsync(store, code, parsed.GetValue(plan), empty, parsed.GetValue(output), cancel)
                            : WriteAsync(
                                store,
                                code,
                                parsed.GetValue(plan),
                                FormatOf(parsed.GetValue(format)!),
                                parsed.GetValue(output),
                                cancel
                            ),
                    cancel
                )
        );
        return command;
    }

    private static Format FormatOf(string ending) =>
        DocumentWriter.Formats.First(format => DocumentWriter.EndingOf(format)[1..] == ending);

    private static async Task<int> WriteAsync(
        Store store,
        GovernmentCode code,
        int plan,
        Format format,
        string? output,
        CancellationToken cancel
    )
    {
        var installer = Installer.For(code, "export");
        await using var db = store.NewContext(installer.Scope);
        var exported = await new ExportPlan(db, TimeProvider.System).ExecuteAsync(installer, plan, format, cancel);
        if (exported is null)
            return await NoPlanAsync(code, plan);
        if (exported.State.IsDraft)
            await Console.Error.WriteLineAsync(CliTexts.ExportDraft(exported.State.Errors));
        return exported.Content is null
            ? OfficeOptions.Refuse([exported.Fault!])
            : await SaveAsync(output ?? exported.Name, exported.Content, cancel);
    }

    private static async Task<int> FillAsync(
        Store store,
        GovernmentCode code,
        int plan,
        string form,
        string? output,
        CancellationToken cancel
    )
    {
        var installer = Installer.For(code, "export");
        await using var db = store.NewContext(installer.Scope);
        try
        {
            var empty = FileOnDisk.Load(form);
            var export = new ExportPlan(db, TimeProvider.System);
            var filling = await export.FillAsync(installer, plan, Path.GetFileName(form), empty, cancel);
            if (filling is null)
                return await NoPlanAsync(code, plan);
            Tell(filling);
            if (filling.Content is null)
                return OfficeOptions.Refuse([filling.Fault!]);
            if (filling.State is { IsDraft: true } draft)
                await Console.Error.WriteLineAsync(CliTexts.ExportDraft(draft.Errors));
            var filled = Path.GetFileNameWithoutExtension(form) + CliTexts.ExportFilled + Path.GetExtension(form);
            var name = ExportPlan.FilledName(filled, filling);
            return await SaveAsync(output ?? name, filling.Content, cancel);
        }
        catch (DocumentRefusedException refused)
        {
            await Console.Error.WriteLineAsync(Output.Refusal(form, refused));
            return ExitCode.NotReadable;
        }
    }

    private static void Tell(FormFilling filling)
    {
        foreach (var place in filling.Places)
            Console.WriteLine($"{place.Where}\t{place.Name}\t{FindingText.Plain(place.Text.Replace('\n', ' '))}");
        Say(CliTexts.ExportMissing, filling.Missing);
        Say(CliTexts.ExportUnsure, filling.Unsure);
        Say(CliTexts.ExportRepeated, filling.Repeated);
        Say(CliTexts.ExportBlank, filling.Blank);
    }

    private static void Say(string head, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            Console.Error.WriteLine($"{head} {string.Join(CliTexts.ExportBetween, names)}");
    }

    private static async Task<int> NoPlanAsync(GovernmentCode code, int plan)
    {
        await Console.Error.WriteLineAsync(CliTexts.ExportNoPlan(code.Value, plan));
        return ExitCode.NotReadable;
    }

    private static async Task<int> SaveAsync(string path, byte[] content, CancellationToken cancel)
    {
        try
        {
            await using var file = PrivateFile.Create(path);
            await file.WriteAsync(content, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(CliTexts.ExportNotWritten(path));
            return ExitCode.Failed;
        }
        await Console.Error.WriteLineAsync(CliTexts.ExportDone(path, content.Length));
        return ExitCode.Done;
    }
}
