using Microsoft.Extensions.Configuration;

namespace Shirube.Web.Mail;

/// <summary>メールの設定: <c>Shirube:Mail:*</c>. Without a host no mail is made or sent.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="Site">How the site is addressed from outside; links in mails begin with it.</param>
/// <param name="Every">How long to wait between rounds.</param>
internal sealed record MailSettings(
    string Host,
    int Port,
    bool StartTls,
    string? User,
    string? Password,
    string From,
    Uri Site,
    TimeSpan Every
)
{
    /// <summary>Null while mail is off.</summary>
    /// <exception cref="InvalidOperationException">A host is given, but not from whom or where the site is.</exception>
    public static MailSettings? Of(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Shirube:Mail");
        if (mail["Host"] is not { Length: > 0 } host)
            return null;
        return new(
            host,
            mail.GetValue("Port", 25),
            mail.GetValue("StartTls", false),
            mail["User"],
            mail["Password"],
            mail["From"] ?? throw new InvalidOperationException("Shirube:Mail:From is missing."),
            Uri.TryCreate(mail["Site"], UriKind.Absolute, out var site)
                ? site
                : throw new InvalidOperationException("Shirube:Mail:Site is not an address."),
            TimeSpan.FromSeconds(mail.GetValue("EverySeconds", 10d))
        );
    }
}
