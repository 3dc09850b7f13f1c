using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Shirube.Audit;

/// <summary>What was and what is, as a small JSON object for an <see cref="AuditEntry"/>.</summary>
public static class AuditValues
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of(params (string Name, object? Value)[] values) =>
        JsonSerializer.Serialize(
            values.ToDictionary(
                value => value.Name,
                value =>
                    value.Value is IFormattable number
                        ? number.ToString(value.Value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture)
                        : value.Value?.ToString()
            ),
            Readable
        );
}
