using System.Text.Encodings.Web;
using System.Text.Json;
using Shirube.Documents;

namespace Shirube.Cli;

/// <summary>Findings as compilers print them, as plain JSON, and as SARIF 2.1.0 for tools that show them at their place.</summary>
internal static class FindingsOutput
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteText(TextWriter output, string path, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            var place = finding.At is { } at ? $":{at.At.Line}" : "";
            output.WriteLine(
                $"{FindingText.Plain(path)}{place}: {ReadingJson.NameOf(finding.Severity)} {finding.Code}: {FindingText.MessageOf(finding)}"
            );
            output.WriteLine("    → " + FindingText.FixOf(finding));
        }
        output.WriteLine(
            CliTexts.Summary(
                Count(findings, Severity.Error),
                Count(findings, Severity.Warning),
                Count(findings, Severity.Note)
            )
        );
    }

    public static byte[] Json(string path, IReadOnlyList<Finding> findings) =>
        Written(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", path);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
                WriteFinding(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    public static byte[] Sarif(string path, IReadOnlyList<Finding> findings) =>
        Written(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, findings);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var finding in findings)
                WriteResult(json, path, finding);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", ReadingJson.NameOf(finding.Severity));
        json.WriteString("message", FindingText.MessageOf(finding));
        json.WriteString("fix", FindingText.FixOf(finding));
        json.WriteString("pointer", finding.Pointer);
        if (finding.At is { At: var at })
        {
            json.WriteNumber("page", at.Page);
            json.WriteNumber("line", at.Line);
            json.WriteNumber("endLine", at.EndLine);
            json.WriteString("text", at.Text);
        }
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "shirube");
        json.WriteStartArray("rules");
        foreach (var code in findings.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string path, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteString("level", ReadingJson.NameOf(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", $"{FindingText.MessageOf(finding)} {FindingText.FixOf(finding)}");
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        if (finding.At is { At: var at })
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", at.Line);
            json.WriteNumber("endLine", at.EndLine);
            if (at.Column >= 0)
                json.WriteNumber("startColumn", at.Column + 1);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Readable))
            write(json);
        return output.ToArray();
    }

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) =>
        findings.Count(finding => finding.Severity == severity);
}
