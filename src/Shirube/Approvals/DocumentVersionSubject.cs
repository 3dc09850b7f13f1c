using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>
/// 文書の版: a version of a document as a subject of approvals. Its content is the reading with all corrections, as the
/// reading contract writes it but without findings (their words are the program's), what people chose for each
/// indicator, and the hash of the source file.
/// </summary>
internal static class DocumentVersionSubject
{
    public static readonly ApprovalSubject Kind = new(
        "documentVersion",
        HoldAsync,
        address => address[..(address.IndexOf('=', StringComparison.Ordinal) + 1)],
        DocumentDifferences.Between
    );

    private static async Task<SubjectContent?> HoldAsync(
        ShirubeDb db,
        GovernmentCode government,
        string address,
        CancellationToken cancel
    )
    {
        if (KeyOf(government, address) is not { } key)
            return null;
        await VersionLock.TakeAsync(db, key, cancel);
        var open = await OpenDocument.FindAsync(db, government.Value, key.Document, key.Version, cancel);
        return open is null
            ? null
            : new SubjectContent(
                string.Create(CultureInfo.InvariantCulture, $"{open.Document.Name}（第{key.Version}版）"),
                BytesOf(open)
            );
    }

    public static string AddressOf(VersionKey key) =>
        Document.AddressOf(key.Government, key.Document)
        + string.Create(CultureInfo.InvariantCulture, $"?version={key.Version}");

    /// <summary>Null for an address that is not one of a version of this government's.</summary>
    private static VersionKey? KeyOf(GovernmentCode government, string address)
    {
        var words = address.Split('/', '?', '=');
        return
            words is ["", "governments", _, "documents", var document, "version", var version]
            && int.TryParse(document, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && AddressOf(new(government, number, at)) == address
            ? new VersionKey(government, number, at)
            : null;
    }

    private static byte[] BytesOf(OpenDocument open)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("source", open.Version.Sha256);
            json.WriteStartArray("chosen");
            foreach (var basis in open.Bases)
            {
                json.WriteStartObject();
                json.WriteString("targetBasis", ContractValue.Write(basis.Basis));
                json.WriteString("direction", ContractValue.Write(basis.Direction));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WritePropertyName("reading");
            json.WriteRawValue(ReadingJson.Write(open.Reading with { Findings = [] }, indented: false));
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
