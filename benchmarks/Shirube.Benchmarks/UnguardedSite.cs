using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shirube.Data;
using Shirube.Web;
using Shirube.Web.Asking;
using Shirube.Web.Components;

namespace Shirube.Benchmarks;

/// <summary>The same pages with nobody at the door: no session, no permission, no filters, no row-level security.</summary>
internal static class UnguardedSite
{
    /// <param name="unguarded">To a database whose tables have row-level security switched off.</param>
    public static async Task<WebApplication> StartAsync(Store store, NpgsqlDataSource unguarded, Session session)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "Shirube.Cli", ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(store);
        builder.AddShirubeWeb();
        var options = new DbContextOptionsBuilder<ShirubeDb>()
            .UseNpgsql(unguarded)
            .ReplaceService<IModelCustomizer, WithoutFilters>()
            .Options;
        builder.Services.AddScoped(_ => new ShirubeDb(options, session.Asker.Scope));
        builder.Services.AddScoped(_ => session.Asker);
        var app = builder.Build();
        app.UseRequestLocalization();
        app.Use(
            (context, next) =>
            {
                context.Features.Set(session);
                return next(context);
            }
        );
        app.UseRouting();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
        await app.StartAsync();
        return app;
    }

    private sealed class WithoutFilters(ModelCustomizerDependencies dependencies)
        : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var entity in modelBuilder.Model.GetEntityTypes())
            {
                foreach (var filter in entity.GetDeclaredQueryFilters().ToList())
                    entity.SetQueryFilter(filter.Key!, null);
            }
        }
    }
}
