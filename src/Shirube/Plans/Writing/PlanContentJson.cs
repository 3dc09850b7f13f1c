using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Shirube.Calendar;
using Shirube.Governments;

namespace Shirube.Plans.Writing;

/// <summary>
/// The canonical form of a plan's content: what is approved, hashed, kept and taken back. The same content gives the
/// same bytes.
/// </summary>
public static class PlanContentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new YearNumber(), new CodeText() },
    };

    public static byte[] Write(PlanContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Options);

    /// <exception cref="JsonException">These are not the bytes of a plan.</exception>
    public static PlanContent Read(byte[] bytes) =>
        JsonSerializer.Deserialize<PlanContent>(bytes, Options) ?? throw new JsonException("A plan is an object.");

    private sealed class YearNumber : JsonConverter<FiscalYear>
    {
        public override FiscalYear Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, FiscalYear year, JsonSerializerOptions options) =>
            writer.WriteNumberValue(year.Year);
    }

    private sealed class CodeText : JsonConverter<GovernmentCode>
    {
        public override GovernmentCode Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            GovernmentCode.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, GovernmentCode code, JsonSerializerOptions options) =>
            writer.WriteStringValue(code.Value);
    }
}
