using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Notifications;

namespace Shirube.Web.Mail;

/// <summary>Sends what waits, round after round, as long as the site is up. A round that fails is told to the log and the next one tries again.</summary>
internal sealed partial class MailRounds(
    Store store,
    MailSettings settings,
    TimeProvider clock,
    ILogger<MailRounds> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var send = new SendMail(scope => store.NewContext(scope), clock, SmtpDelivery.To(settings), settings.Site);
        using var timer = new PeriodicTimer(settings.Every, clock);
        do
        {
            try
            {
                await send.RoundAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failed);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of mails ended early.")]
    private static partial void Failed(ILogger log, Exception failed);
}
