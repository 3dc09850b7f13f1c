using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Shirube.Notifications;

namespace Shirube.Web.Mail;

/// <summary>
/// Hands a mail to an SMTP server with the framework's own client, which knows STARTTLS but not TLS from the first byte
/// (port 465). MailKit is the library to put here once it is at hand; nothing else would change.
/// </summary>
internal static class SmtpDelivery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static MailDelivery To(MailSettings settings) => (letter, cancel) => HandOverAsync(settings, letter, cancel);

    private static async Task HandOverAsync(MailSettings settings, Letter letter, CancellationToken cancel)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is { Length: > 0 } user)
            client.Credentials = new NetworkCredential(user, settings.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var message = MessageOf(settings, letter);
            await client.SendMailAsync(message, limit.Token);
        }
        catch (SmtpException failed) when (IsForGood(failed))
        {
            throw new MailRefusedException(failed.Message);
        }
        catch (FormatException unwritable)
        {
            throw new MailRefusedException(unwritable.Message);
        }
        catch (Exception failed) when (failed is SmtpException or SocketException or IOException)
        {
            throw new IOException(failed.InnerException?.Message ?? failed.Message, failed);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("No answer from the mail server.");
        }
    }

    private static MailMessage MessageOf(MailSettings settings, Letter letter)
    {
        var message = new MailMessage(settings.From, letter.To)
        {
            Subject = letter.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{letter.Id}>");
        // Absence replies to a machine go round in circles.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>Answers of the 500s about this mail. A general failure stands for a broken connection.</summary>
    private static bool IsForGood(SmtpException failed) =>
        failed.StatusCode
            is SmtpStatusCode.MailboxUnavailable
                or SmtpStatusCode.MailboxNameNotAllowed
                or SmtpStatusCode.UserNotLocalTryAlternatePath
                or SmtpStatusCode.TransactionFailed;
}
