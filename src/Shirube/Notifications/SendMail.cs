using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Governments;
using Shirube.People;

namespace Shirube.Notifications;

/// <summary>
/// メール送信: one round over all governments. Several nodes may go round at once: each mail is taken by one of them and
/// held while it is handed over. docs/decisions/0010-mail-is-sent-at-least-once.md.
/// </summary>
/// <param name="open">A context for a scope.</param>
/// <param name="site">How the site is addressed from outside: <c>https://shirube.example.lg.jp</c>.</param>
public sealed class SendMail(Func<Scope, ShirubeDb> open, TimeProvider clock, MailDelivery deliver, Uri site)
{
    /// <returns>How many were handed over.</returns>
    public async Task<int> RoundAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        List<string> waiting;
        await using (var all = open(Scope.None))
            waiting = await all
                .Database.SqlQuery<string>($"select queue_mail({now - OutgoingMail.GiveUpAfter}, {now}) as \"Value\"")
                .ToListAsync(cancel);
        var sent = 0;
        foreach (var code in waiting)
        {
            await using var db = open(new Scope(GovernmentCode.Parse(code)));
            while (await SendNextAsync(db, cancel) is { } wasSent)
                sent += wasSent ? 1 : 0;
        }
        return sent;
    }

    /// <returns>Null when nothing is due; false when the mail could not be handed over.</returns>
    private async Task<bool?> SendNextAsync(ShirubeDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var mail = await db
            .OutgoingMails.FromSql(
                $"""
                select * from outgoing_mail
                where government_code = current_government() and sent_at is null and given_up_at is null
                    and next_attempt_at <= {now}
                order by next_attempt_at limit 1 for update skip locked
                """
            )
            .SingleOrDefaultAsync(cancel);
        if (mail is null)
            return null;
        var sent = await TryAsync(db, mail, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return sent;
    }

    private async Task<bool> TryAsync(ShirubeDb db, OutgoingMail mail, DateTimeOffset now, CancellationToken cancel)
    {
        // Who left the government is told nothing more of it.
        var posts = db.Posts.HeldBetween(JapanDay.Of(now), null);
        var address = await db
            .People.Where(person => person.PersonId == mail.PersonId && person.ErasedAt == null)
            .Where(person =>
                posts.Any(post => post.PersonId == person.PersonId && post.GovernmentCode == mail.GovernmentCode)
            )
            .Select(person => person.Mail)
            .SingleOrDefaultAsync(cancel);
        if (address is null)
        {
            mail.GivenUp("no address", now);
            return false;
        }
        try
        {
            await deliver(LetterOf(mail, address), cancel);
            mail.Sent(now);
            return true;
        }
        catch (MailRefusedException refused)
        {
            mail.Refused(refused.Message, now);
        }
        catch (IOException failed)
        {
            mail.Failed(failed.Message, now);
        }
        return false;
    }

    private Letter LetterOf(OutgoingMail mail, string address)
    {
        var (culture, text) = (CultureInfo.CurrentUICulture, "");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
        try
        {
            text = NotificationText.Of(mail.Kind, mail.Arguments);
            var foot = NotificationText.MailFoot(new Uri(site, mail.Subject).AbsoluteUri);
            return new($"{mail.NotificationId:N}@{site.Host}", address, text, $"{text}\r\n\r\n{foot}\r\n");
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }
}
