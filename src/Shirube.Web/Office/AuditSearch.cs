using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Web.Import;
using static Shirube.Web.Texts;

namespace Shirube.Web.Office;

/// <summary>What an address of the audit trail asks for.</summary>
internal static class AuditSearch
{
    /// <summary>A person is named by number, mail address or the whole name.</summary>
    public static async Task<AuditQuery> ReadAsync(
        ShirubeDb db,
        IQueryCollection asked,
        List<FormError> errors,
        CancellationToken cancel
    )
    {
        var person = await PersonAsync(db, asked["person"].ToString().Trim(), errors, cancel);
        return new(
            person,
            Plain(asked["act"].ToString()),
            Plain(asked["subject"].ToString()),
            Day("from", asked, errors),
            Day("until", asked, errors)
        );
    }

    /// <summary>{"role":"Approver","until":null} as 役割: 承認者.</summary>
    public static string Readable(string json)
    {
        try
        {
            using var values = JsonDocument.Parse(json);
            return string.Join(
                "; ",
                values
                    .RootElement.EnumerateObject()
                    .Where(value => value.Value.ValueKind != JsonValueKind.Null)
                    .Select(value => $"{NameOf(value.Name)}: {ShownOf(value.Name, value.Value.ToString())}")
            );
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return json;
        }
    }

    /// <summary>A name without words stands as the record has it.</summary>
    private static string NameOf(string field) =>
        T("Audit.Field." + field) is { } name && !name.StartsWith("Audit.Field.", StringComparison.Ordinal)
            ? name
            : field;

    private static string ShownOf(string field, string value) =>
        field == "role" && Enum.TryParse<Role>(value, out var role) ? PermissionText.Of(role)
        : field == "factor" ? T("Factor." + value)
        : value is "True" or "False" ? T(value == "True" ? "Settings.Yes" : "Settings.No")
        : value;

    private static async Task<Guid?> PersonAsync(
        ShirubeDb db,
        string named,
        List<FormError> errors,
        CancellationToken cancel
    )
    {
        if (named.Length == 0)
            return null;
        if (Guid.TryParse(named, out var number))
            return number;
        var found = await PersonNamed.FindAsync(db, named, cancel);
        if (found.Count == 1)
            return found[0];
        var fault = new Fault("person", found.Count == 0 ? "AUDIT003" : "AUDIT004", Arguments: named);
        errors.Add(new FormError("person", FaultText.Of(fault)));
        return null;
    }

    private static DateOnly? Day(string field, IQueryCollection asked, List<FormError> errors)
    {
        var text = asked[field].ToString().Trim();
        if (text.Length == 0)
            return null;
        if (JapaneseDate.TryParse(text, out var date) && date.Date is { } day)
            return day;
        errors.Add(new FormError(field, FaultText.Of(new Fault(field, "PEOPLE016", Arguments: text))));
        return null;
    }

    private static string? Plain(string text) => text.Trim() is { Length: > 0 } plain ? plain : null;
}
