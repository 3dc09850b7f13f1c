using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Plans.Certification;

namespace Shirube.Web.Plans;

/// <summary>Tells of steps that are near, round after round, as long as the site is up. A round that fails is told to the log and the next one tries again.</summary>
internal sealed partial class ReminderRounds(Store store, TimeProvider clock, ILogger<ReminderRounds> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var remind = new RemindSteps(scope => store.NewContext(scope), clock);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await remind.RoundAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failed);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of reminders ended early.")]
    private static partial void Failed(ILogger log, Exception failed);
}
