using System.Globalization;
using System.Resources;

namespace Shirube.Notifications;

/// <summary>The words of a notification, in the culture of the one who reads.</summary>
public static class NotificationText
{
    private static readonly ResourceManager Texts = new(
        "Shirube.Resources.Notifications",
        typeof(NotificationText).Assembly
    );

    /// <summary>One sentence.</summary>
    public static string Of(NotificationKind kind, IReadOnlyList<string> arguments) =>
        string.Format(CultureInfo.CurrentCulture, Words($"{kind}"), [.. arguments]);

    /// <summary>Below the sentence in a mail, with the address of where to look.</summary>
    public static string MailFoot(string address) =>
        string.Format(CultureInfo.CurrentCulture, Words("Mail.Foot"), address);

    private static string Words(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
