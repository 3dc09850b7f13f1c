using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Web.Asking;
using Shirube.Web.Hosting;

namespace Shirube.Web.Accounts.Provider;

/// <summary>Sends people to the organisation's provider and takes them back.</summary>
internal static class ProviderServices
{
    public const string Scheme = "provider";
    public const string Callback = "/sign-in/provider/callback";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddProvider(this IServiceCollection services, ProviderSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ProviderDocuments>();
        services
            .AddAuthentication()
            .AddOAuth<ProviderOptions, ProviderHandler>(Scheme, options => Configure(options, settings));
    }

    public static void MapProvider(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/sign-in/provider", LeaveAsync).Open();

    private static void Configure(ProviderOptions options, ProviderSettings settings)
    {
        options.Issuer = settings.Issuer;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        // Replaced by what the provider says of itself.
        options.AuthorizationEndpoint = settings.Issuer;
        options.TokenEndpoint = settings.Issuer;
        options.CallbackPath = Callback;
        options.UsePkce = true;
        options.BackchannelTimeout = Patience;
        options.SignInScheme = SessionCookie.Scheme;
        options.Scope.Add("openid");
        options.Scope.Add("email");
        // The way back is a link from another site, also where the office has no https.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnTicketReceived = ReturnAsync;
        options.Events.OnRemoteFailure = failed =>
        {
            failed.HandleResponse();
            failed.Response.Redirect(Told(failed.HttpContext, "Provider.Failed"));
            return Task.CompletedTask;
        };
    }

    /// <summary>By a link: the policy of the pages lets no form lead to another site.</summary>
    private static async Task<IResult> LeaveAsync(HttpContext context, string? from)
    {
        if (context.RequestServices.GetService<ProviderSettings>() is null)
            return Results.NotFound();
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = LocalAddress.Of(from) });
            return Results.Empty;
        }
        catch (ProviderRefusedException)
        {
            return Results.LocalRedirect(Told(context, "Provider.Down"));
        }
    }

    private static async Task ReturnAsync(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        var context = ticket.HttpContext;
        var services = context.RequestServices;
        var signIn = new SignInByProvider(
            services.GetRequiredService<Store>(),
            services.GetRequiredService<AccountSettings>(),
            services.GetRequiredService<TimeProvider>()
        );
        var step = await signIn.ExecuteAsync(
            services.GetRequiredService<ProviderSettings>().Issuer,
            ticket.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!,
            ticket.Principal!.FindFirstValue(ProviderHandler.MailClaim),
            Caller.Of(context),
            context.RequestAborted
        );
        if (step.Session is null)
        {
            context.Response.Redirect(Told(context, "Provider.Unknown"));
            return;
        }
        await SessionCookie.SignInAsync(context, step.Account!, step.Session);
        context.Response.Redirect(LocalAddress.Of(ticket.ReturnUri));
    }

    private static string Told(HttpContext context, string key) =>
        context.RequestServices.GetRequiredService<Notices>().AddressOf("/sign-in", new Notice(key, []));
}
