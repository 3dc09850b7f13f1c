using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Shirube.Benchmarks;

/// <summary>Outside programs that the benchmarks start, each as a process of its own without a shell.</summary>
internal static class Programs
{
    /// <summary>As <c>./run</c> starts it: compiled ahead. Without such a build, the one beside the benchmarks.</summary>
    public static string Shirube =>
        File.Exists(Ready) ? Ready : Path.Combine(AppContext.BaseDirectory, "Shirube.Cli.dll");

    /// <summary>How <see cref="Shirube"/> was built.</summary>
    public static string Build => File.Exists(Ready) ? "compiled ahead, as ./run starts it" : "plain build";

    private static string Ready =>
        Path.GetFullPath(
            Path.Combine(AppContext.BaseDirectory, "../../../../../src/Shirube.Cli/bin/ready/Shirube.Cli.dll")
        );

    /// <summary>The program of a project next to this one, built with it.</summary>
    public static string Neighbour(string project) =>
        Path.GetFullPath(
            Path.Combine(AppContext.BaseDirectory, "../../../..", project, "bin/Release/net10.0", project + ".dll")
        );

    /// <summary>Runs to its end, its output read and dropped.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static void Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
