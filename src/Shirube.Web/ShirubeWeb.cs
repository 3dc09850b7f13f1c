using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Documents.Recognition;
using Shirube.Web.Accounts;
using Shirube.Web.Approvals;
using Shirube.Web.Asking;
using Shirube.Web.Comparison;
using Shirube.Web.Components;
using Shirube.Web.Documents;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
using Shirube.Web.Mail;
using Shirube.Web.Office;
using Shirube.Web.Plans;

namespace Shirube.Web;

/// <summary>
/// The site: what a host registers and maps. The host registers the opened <see cref="Store"/>. Configuration: <c>Shirube:Data</c>, the folder in which drafts of imports
/// wait for a person (default <c>data</c> in the working directory); <c>Shirube:ReadingSeconds</c>, after which reading
/// a file is given up (default 60); <c>Shirube:Mail:*</c>, without which no mail is sent (docs/operating.md).
/// </summary>
public static class ShirubeWeb
{
    public static WebApplicationBuilder AddShirubeWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // The assets are fixed when the program is built: their addresses carry their digest and are kept for a year.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "shirube-form");
        services.AddHttpContextAccessor();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        // The default encoder writes every Japanese letter as eight characters.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        var data = Path.GetFullPath(builder.Configuration["Shirube:Data"] ?? "data");
        services.AddAccounts(builder.Configuration);
        // That the keys are not encrypted is so by choice: whoever reads their table reads all the others too.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Responses are compressed over TLS too (BREACH): a form's token, the only secret on a page, is encrypted anew
        // for each response, and what a page echoes was either signed by the site or posted with such a token.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        // One field a value, and a sheet has thousands.
        services.Configure<FormOptions>(options => options.ValueCountLimit = 100_000);
        services.AddSingleton<Notices>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddAsking();
        if (MailSettings.Of(builder.Configuration) is { } mail)
            services.AddSingleton(mail).AddHostedService<MailRounds>();
        services.AddHostedService<ReminderRounds>();
        var drafts = new Drafts(data);
        services.AddSingleton(drafts);
        services.AddSingleton(new DraftReadings(drafts, ReadingTime(builder.Configuration)));
        return builder;
    }

    public static WebApplication UseShirubeWeb(this WebApplication app)
    {
        app.Services.GetRequiredService<Drafts>()
            .Sweep(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        app.UseProxies();
        app.UseSecurityHeaders();
        app.RefuseUnreadableHosts();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseFailurePages();
        app.MapStaticAssets().Open(isAsset: true);
        app.MapLanguages();
        app.MapAccounts();
        app.MapUploads();
        app.MapDownloads();
        app.MapComparison();
        app.MapPlanComparison();
        app.MapHandIn();
        app.MapOfficeDownloads();
        app.MapApprovalFiles();
        app.MapPlanSaves();
        app.MapAnnexDownloads();
        app.MapRazorComponents<App>();
        return app;
    }

    private static TimeSpan ReadingTime(ConfigurationManager configuration) =>
        configuration["Shirube:ReadingSeconds"] is { } seconds
            ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))
            : TimedReading.Limit;
}
