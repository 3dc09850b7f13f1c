using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Web.Accounts.Provider;

namespace Shirube.Web.Accounts;

/// <summary>Signing in: what the site registers, uses and maps for it. The database is asked first when somebody does.</summary>
public static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccountSettings.Of(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<Passwords>();
        services.AddSingleton<Secrets>();
        services.AddSingleton<SignInRate>();
        services.AddSingleton<PendingSignIn>();
        services.AddSingleton<HeldForms>();
        SessionCookie.Add(services, settings);
        AddPasskeys(services, settings);
        if (ProviderSettings.Of(configuration) is { } provider)
            services.AddProvider(provider);
        AddKeys(services);
    }

    /// <summary>The only part of Identity that stands between the pages and the tables.</summary>
    private static void AddPasskeys(IServiceCollection services, AccountSettings settings)
    {
        services.AddScoped(provider => AccountsDb.Over(provider.GetRequiredService<Store>().Connections));
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<AccountsDb>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.PasskeyDomain;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyCeremony>();
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Shirube");
        // It would wait for the database before the site may open; the first page asks for the keys early enough.
        foreach (var eager in services.Where(IsEager).ToList())
            services.Remove(eager);
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceProvider>(
                (options, provider) => options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<Store>)
            );
    }

    private static bool IsEager(ServiceDescriptor service) =>
        service.ImplementationType?.Name == "DataProtectionHostedService";
}
