using System.Text.Json;
using Shirube.Documents;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>Real plans against what a person read in them.</summary>
public sealed class PlanFieldsTests
{
    private static readonly string[] Fields =
    [
        "kind",
        "title",
        "entities",
        "area",
        "supportMeasure",
        "projectName",
        "projectStart",
        "projectEnd",
        "planStart",
        "planEnd",
        "totalCostYen",
    ];

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("004")]
    public void Read_RealPlan_HoldsEveryExpectedField(string number)
    {
        var (read, expected) = Read(number);
        foreach (var field in Fields)
            read.GetProperty(field)
                .GetRawText()
                .ShouldBe(JsonSerializer.Serialize(expected.GetProperty(field), Plain), field);
    }

    [Theory]
    [InlineData("000", true)]
    [InlineData("001", false)]
    [InlineData("004", true)]
    public void Read_RealPlan_KnowsWhoVerifiesWhen(string number, bool printsPublication)
    {
        var (read, expected) = Read(number);
        var rows = read.GetProperty("verification").EnumerateArray().ToList();
        var wanted = expected.GetProperty("verification").EnumerateArray().ToList();
        rows.Count.ShouldBe(wanted.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].GetProperty("entity").GetString().ShouldBe(wanted[i].GetProperty("entity").GetString());
            rows[i].GetProperty("month").GetInt32().ShouldBe(wanted[i].GetProperty("month").GetInt32());
            // Document 001 has lost the column of publication: nothing in it says where the result appears.
            rows[i]
                .GetProperty("publication")
                .GetString()
                .ShouldBe(printsPublication ? wanted[i].GetProperty("publication").GetString() : null);
        }
    }

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static (JsonElement Read, JsonElement Expected) Read(string number)
    {
        var folder = Documents();
        var path = Directory.GetFiles(folder, number + "_*.txt").Single();
        var reading = Reader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
        using var read = JsonDocument.Parse(ReadingJson.Write(reading, indented: false));
        var expected = Path.Combine(folder, "expected", Path.GetFileNameWithoutExtension(path) + ".json");
        using var wanted = JsonDocument.Parse(File.ReadAllText(expected));
        return (read.RootElement.Clone(), wanted.RootElement.Clone());
    }

    /// <summary>The real documents stay outside the project, beside its root.</summary>
    private static string Documents()
    {
        if (Environment.GetEnvironmentVariable("SHIRUBE_DOCUMENTS") is { Length: > 0 } set)
            return set;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var documents = Path.Combine(folder.FullName, "shared", "documents");
            if (Directory.Exists(documents))
                return documents;
        }
        throw new DirectoryNotFoundException("shared/documents");
    }

    private static class Reader
    {
        public static Reading Read(string name, byte[] content) =>
            Shirube.Documents.Recognition.Recogniser.Read(DocumentReader.Read(name, content));
    }
}
