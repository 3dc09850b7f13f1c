using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Comparison;
using Shirube.Governments;

namespace Shirube.Cli;

/// <summary>
/// <c>shirube compare DOCUMENT --government CODE [--old N] [--new M] [--all] [--format text|json|docx|xlsx]</c>: 新旧対照表.
/// </summary>
internal static class CompareCommand
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Command Create()
    {
        var document = new Argument<int>("DOCUMENT") { Description = CliTexts.CompareDocument };
        var government = OfficeOptions.Government();
        var old = new Option<int?>("--old") { Description = CliTexts.CompareOld };
        var now = new Option<int?>("--new") { Description = CliTexts.CompareNew };
        var all = new Option<bool>("--all") { Description = CliTexts.CompareAll };
        var format = new Option<string>("--format")
        {
            Description = CliTexts.CompareFormat,
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "docx", "xlsx");
        var output = new Option<string?>("--output") { Description = CliTexts.OfficeOutput };
        var data = StoreOptions.DataFolder();
        var command = new Command("compare", CliTexts.Compare)
        {
            document,
            government,
            old,
            now,
            all,
            format,
            output,
            data,
        };
        command.SetAction(
            (parsed, cancel) =>
                OfficeOptions.InAsync(
                    parsed.GetValue(government)!,
                    parsed.GetValue(data)!,
                    (store, code) =>
                        RunAsync(
                            store,
                            code,
                            (parsed.GetValue(document), parsed.GetValue(old), parsed.GetValue(now)),
                            (parsed.GetValue(format)!, parsed.GetValue(all)),
                            parsed.GetValue(output),
                            cancel
                        ),
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Store store,
        GovernmentCode government,
        (int Document, int? Old, int? New) asked,
        (string Format, bool Whole) wanted,
        string? output,
        CancellationToken cancel
    )
    {
        var installer = Installer.For(government, "compare");
        await using var db = store.NewContext(installer.Scope);
        var open = await new ExportComparison(db, TimeProvider.System).OpenAsync(
            installer,
            new(government.Value, asked.Document, asked.Old, asked.New),
            "." + wanted.Format,
            cancel
        );
        if (open is null)
        {
            await Console.Error.WriteLineAsync(CliTexts.CompareNotFound(government.Value, asked.Document));
            return ExitCode.NotReadable;
        }
        if (asked.Old is null && open.Old.Version.VersionNumber == open.New.Version.VersionNumber)
        {
            await Console.Error.WriteLineAsync(CliTexts.CompareOneVersion(government.Value, asked.Document));
            return ExitCode.NotReadable;
        }
        var file = wanted.Format switch
        {
            "json" => [.. Json(open, wanted.Whole), (byte)'\n'],
            "text" => System.Text.Encoding.UTF8.GetBytes(Text(open, wanted.Whole)),
            var ending => open.File("." + ending, wanted.Whole).Content,
        };
        await using var target = output is null ? Console.OpenStandardOutput() : PrivateFile.Create(output);
        await target.WriteAsync(file, cancel);
        return ExitCode.Done;
    }

    /// <summary>What is marked stands in brackets of its own: 【…】 stands in plans already.</summary>
    private static string Text(OpenComparison open, bool whole)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var row in open.Rows(whole))
        {
            var (old, now) = row.Sides(whole);
            text.WriteLine($"{FindingText.Plain(row.Place.Label)}：{row.Note.Replace('\n', '、')}");
            Side(text, '-', old);
            Side(text, '+', now);
        }
        text.WriteLine(CliTexts.CompareCount(open.Rows(false).Count, open.Rewritten));
        foreach (var line in open.Proposal?.Lines ?? [])
            text.WriteLine(FindingText.Plain(line));
        return text.ToString();
    }

    private static void Side(StringWriter text, char mark, IReadOnlyList<Run> runs)
    {
        var side = string.Concat(runs.Select(run => run.IsChanged ? $"[[{run.Shown}]]" : run.Shown));
        foreach (var line in side.Split('\n').Where(_ => side.Length > 0))
            text.WriteLine($"  {mark} {FindingText.Plain(line)}");
    }

    private static byte[] Json(OpenComparison open, bool whole)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("old", open.Old.Version.VersionNumber);
            json.WriteNumber("new", open.New.Version.VersionNumber);
            json.WriteString("proposal", open.Proposal?.Procedure.ToString());
            Reasons(json, open.Proposal);
            json.WriteString("decision", open.Decisions is [var last, ..] ? last.Decided.ToString() : null);
            json.WriteBoolean("pairingCapped", open.Comparison.IsPairingCapped);
            json.WriteStartArray("rows");
            foreach (var row in open.Rows(whole))
                Row(json, row, whole);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>Why the proposal is what it is, the weightiest first.</summary>
    private static void Reasons(Utf8JsonWriter json, ChangeProposal? proposal)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in proposal?.Reasons ?? [])
        {
            json.WriteStartObject();
            json.WriteString("ground", reason.Ground.ToString());
            json.WriteString("pointsTo", reason.PointsTo.ToString());
            json.WriteString("text", ComparisonText.Of(reason.Ground));
            json.WriteNumber("places", reason.Rows.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, ComparisonRow row, bool whole)
    {
        var (old, now) = row.Sides(whole);
        json.WriteStartObject();
        json.WriteString("subject", row.Subject.ToString());
        json.WriteString("kind", row.Kind.ToString());
        json.WriteString("place", row.Place.Label);
        json.WriteString("movedFrom", row.MovedFrom?.Label);
        json.WriteBoolean("capped", row.IsCapped);
        Runs(json, "old", old);
        Runs(json, "new", now);
        json.WriteEndObject();
    }

    private static void Runs(Utf8JsonWriter json, string name, IReadOnlyList<Run> runs)
    {
        json.WriteStartArray(name);
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteString("text", run.Text);
            json.WriteBoolean("changed", run.IsChanged);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
