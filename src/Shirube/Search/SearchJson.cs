using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shirube.Search;

/// <summary>A page of hits as the command line writes it.</summary>
public static class SearchJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(FoundPage page)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("total", page.Total);
            json.WriteBoolean("more", page.IsMore);
            json.WriteStartArray("hits");
            foreach (var hit in page.Hits)
                Write(json, hit);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SearchHit hit)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(hit.Kind.ToString()));
        json.WriteString("government", hit.Subject.Government.Value);
        json.WriteNumber(hit.Subject.Subject == SearchSubject.Draft ? "plan" : "document", hit.Subject.Number);
        json.WriteNumber("version", hit.Subject.Version);
        json.WriteString("name", hit.Name);
        json.WriteString("address", hit.Address);
        json.WriteString("pointer", hit.Place);
        json.WriteBoolean("newest", hit.IsNewest);
        json.WriteBoolean("approved", hit.IsApproved);
        json.WriteStartArray("passage");
        foreach (var part in hit.Passage)
        {
            json.WriteStartObject();
            json.WriteString("text", part.Text);
            json.WriteBoolean("hit", part.IsHit);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
