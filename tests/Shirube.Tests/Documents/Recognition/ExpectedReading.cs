using System.Text;
using System.Text.Json.Nodes;
using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Tests.Documents.Recognition;

/// <summary>The documents kept beside the repository and what a right reading of each holds.</summary>
internal static class ExpectedReading
{
    public static string TextOf(string number) => File.ReadAllText(FileOf(number, "*.txt"));

    public static JsonObject Of(string number) =>
        JsonNode.Parse(File.ReadAllText(FileOf(Path.Combine("expected", number), "*.json")))!.AsObject();

    public static Reading Read(string name, string text) =>
        Recogniser.Read(DocumentReader.Read(name, Encoding.UTF8.GetBytes(text)));

    /// <summary>Every value that is expected and differs, as "pointer: expected X, read Y".</summary>
    public static IReadOnlyList<string> Differences(JsonNode expected, Reading reading)
    {
        var differences = new List<string>();
        Compare("", expected, JsonNode.Parse(ReadingJson.Write(reading)), differences);
        return differences;
    }

    /// <summary>As <see cref="Differences"/>, but nothing read where a value is expected is no difference.</summary>
    public static IReadOnlyList<string> WrongValues(JsonNode expected, Reading reading) =>
        [
            .. Differences(expected, reading)
                .Where(difference =>
                    !difference.EndsWith("read null", StringComparison.Ordinal)
                    && !difference.EndsWith("items, read 0", StringComparison.Ordinal)
                ),
        ];

    private static void Compare(string pointer, JsonNode? expected, JsonNode? read, List<string> differences)
    {
        if (expected is JsonObject members && read is JsonObject)
        {
            foreach (var (name, value) in members)
                Compare($"{pointer}/{name}", value, read[name], differences);
        }
        else if (expected is JsonArray items && read is JsonArray others)
        {
            if (items.Count != others.Count)
                differences.Add($"{pointer}: expected {items.Count} items, read {others.Count}");
            for (var i = 0; i < Math.Min(items.Count, others.Count); i++)
                Compare($"{pointer}/{i}", items[i], others[i], differences);
        }
        else if (expected?.ToJsonString() != read?.ToJsonString())
        {
            differences.Add($"{pointer}: expected {Show(expected)}, read {Show(read)}");
        }
    }

    private static string Show(JsonNode? node) => node?.ToString() ?? "null";

    private static string FileOf(string start, string ending)
    {
        var folder =
            Environment.GetEnvironmentVariable("SHIRUBE_DOCUMENTS") ?? Up(AppContext.BaseDirectory, "shared/documents");
        return Directory
            .EnumerateFiles(Path.Combine(folder, Path.GetDirectoryName(start)!), Path.GetFileName(start) + ending)
            .Single();
    }

    private static string Up(string from, string wanted)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, wanted)))
                return Path.Combine(folder.FullName, wanted);
        }
        throw new DirectoryNotFoundException($"{wanted} is not above {from}");
    }
}
