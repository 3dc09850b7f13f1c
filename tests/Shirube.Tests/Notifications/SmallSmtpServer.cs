using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shirube.Tests.Notifications;

/// <summary>What the server does with the next mail.</summary>
internal enum SmtpManner
{
    Accept,
    DropOnConnect,
    DropBeforeAnswer,

    /// <summary>The mail is taken and kept, but the sender never hears of it.</summary>
    KeepAndDrop,
    RefuseForNow,
    RefuseForGood,
}

/// <summary>A mail server on loopback that speaks as much SMTP as a sender needs, and fails as it is told.</summary>
internal sealed class SmallSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public SmallSmtpServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    public int Port { get; }
    public SmtpManner Manner { get; set; }

    /// <summary>All that was taken, headers and body.</summary>
    public ConcurrentQueue<string> Mails { get; } = [];

    public IEnumerable<string> Ids =>
        Mails.Select(mail =>
            mail.Split("\r\n").First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
        );

    public async ValueTask DisposeAsync()
    {
        if (serving.IsCompleted)
            return;
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        if (Manner == SmtpManner.DropOnConnect)
            return;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1)
            {
                NewLine = "\r\n",
                AutoFlush = true,
            };
            await writer.WriteLineAsync("220 loopback");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (line == "DATA" && !await TakeAsync(reader, writer))
                    return;
                if (line == "DATA")
                    continue;
                await writer.WriteLineAsync(AnswerTo(line));
                if (line == "QUIT")
                    return;
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // The sender went away.
        }
    }

    private string AnswerTo(string line) =>
        line.StartsWith("RCPT", StringComparison.Ordinal) && Manner == SmtpManner.RefuseForGood ? "550 no such user"
        : line.StartsWith("RCPT", StringComparison.Ordinal) && Manner == SmtpManner.RefuseForNow ? "451 come back later"
        : line == "QUIT" ? "221 bye"
        : "250 ok";

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            mail.Append(line).Append("\r\n");
        if (Manner == SmtpManner.DropBeforeAnswer)
            return false;
        Mails.Enqueue(mail.ToString());
        if (Manner == SmtpManner.KeepAndDrop)
            return false;
        await writer.WriteLineAsync("250 taken");
        return true;
    }
}
