using System.Text.RegularExpressions;

namespace Shirube.People;

/// <summary>An address as mail servers take it; whether somebody reads it is for the invitation to show.</summary>
internal static partial class MailAddress
{
    public static bool IsWritable(string text) =>
        text.Trim().Length is > 0 and <= Person.MailMaxLength && Shape().IsMatch(text.Trim());

    [GeneratedRegex(@"^[\x21-\x3F\x41-\x7E]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
