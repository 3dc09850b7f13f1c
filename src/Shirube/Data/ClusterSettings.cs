using System.Globalization;

namespace Shirube.Data;

/// <summary>How a private PostgreSQL is set up; the defaults suit one office on one machine with 2 GB to spare.</summary>
public sealed record ClusterSettings
{
    /// <summary>False only in tests, whose data nobody misses: nothing is forced to disk.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long to wait for another command to finish before giving up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Written once into the new cluster; settings of the installer's own go in by <c>alter system</c>.</summary>
    internal string Configuration =>
        string.Join(
            '\n',
            "# Written by Shirube when the cluster was made. Change settings with: alter system set ...",
            "listen_addresses = ''",
            "max_connections = 60",
            "shared_buffers = 256MB",
            "effective_cache_size = 1GB",
            "work_mem = 16MB",
            "maintenance_work_mem = 128MB",
            "max_wal_size = 1GB",
            "min_wal_size = 80MB",
            "jit = off",
            "random_page_cost = 1.1",
            "timezone = 'Asia/Tokyo'",
            "log_timezone = 'Asia/Tokyo'",
            "datestyle = 'iso, ymd'",
            "logging_collector = on",
            "log_filename = 'postgresql-%d.log'",
            "log_rotation_age = 1d",
            "log_truncate_on_rotation = on",
            "dynamic_shared_memory_type = posix",
            Durable ? "" : "fsync = off\nfull_page_writes = off\nsynchronous_commit = off",
            ""
        );

    /// <summary>No password and no secret file: the operating system says who connects.</summary>
    internal static string HostAccess => "local all all peer map=shirube\n";

    internal static string Identities(string osUser) =>
        string.Concat(
            new[] { "postgres", DatabaseRoles.Owner, DatabaseRoles.App }.Select(role =>
                string.Create(CultureInfo.InvariantCulture, $"shirube \"{osUser}\" {role}\n")
            )
        );
}
