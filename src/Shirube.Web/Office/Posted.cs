using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Web.Import;

namespace Shirube.Web.Office;

/// <summary>The fields of a sent form, read by our own parsers; what does not parse is an error beside its field.</summary>
/// <param name="sent">Null where no form was sent.</param>
public sealed class Posted(IFormCollection? sent, List<FormError> errors)
{
    internal static Posted Of(HttpContext context, List<FormError> errors) =>
        new(context.Request.HasFormContentType ? context.Request.Form : null, errors);

    /// <summary>What was typed, to stand in the field again.</summary>
    public string Text(string field, string before = "") => sent?[field].ToString() ?? before;

    public int? Number(string field) =>
        int.TryParse(
            Folding.FoldNumeric(Text(field)).Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>令和9年4月1日, R9.4.1, 2027-04-01.</summary>
    /// <param name="isNeeded">Empty is an error too.</param>
    public DateOnly? Day(string field, bool isNeeded)
    {
        var text = Text(field).Trim();
        if (text.Length == 0 && !isNeeded)
            return null;
        if (JapaneseDate.TryParse(text, out var date) && date.Date is { } day)
            return day;
        errors.Add(new FormError(field, FaultText.Of(new Fault(field, "PEOPLE016", Arguments: text))));
        return null;
    }

    public Role? Role(string field) =>
        Enum.GetNames<Role>().Contains(Text(field)) ? Enum.Parse<Role>(Text(field)) : null;

    /// <summary>A fault beside the field that it names.</summary>
    public void Refuse(Fault fault) => errors.Add(new FormError(fault.Field ?? "main", FaultText.Of(fault)));
}
