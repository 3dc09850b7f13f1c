using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Shirube.Data;

/// <summary>The tables of Shirube. Every table's key begins with the code of the government that the row belongs to.</summary>
public sealed class ShirubeDb(DbContextOptions<ShirubeDb> options) : DbContext(options)
{
    public static DbContextOptions<ShirubeDb> OptionsFor(NpgsqlDataSource connections) =>
        new DbContextOptionsBuilder<ShirubeDb>().UseNpgsql(connections).Options;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ShirubeDb).Assembly);
}
