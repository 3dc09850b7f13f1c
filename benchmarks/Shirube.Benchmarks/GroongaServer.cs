using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Shirube.Benchmarks;

/// <summary>Groonga as Debian packages it (groonga-bin), with its bigram tokenizer, served on the loopback.</summary>
internal sealed class GroongaServer(string folder) : IDisposable
{
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(5) };
    private static readonly JsonSerializerOptions AsItIs = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private Process? server;

    private string Database => Path.Combine(folder, "db");
    private string Passages => Path.Combine(folder, "passages.grn");

    public static bool IsInstalled => File.Exists("/usr/bin/groonga");

    /// <summary>What the command line of Groonga reads to fill its database.</summary>
    public StreamWriter Dump()
    {
        Directory.CreateDirectory(folder);
        var dump = new StreamWriter(Passages, false, new UTF8Encoding(false));
        dump.Write(
            """
            table_create Passages TABLE_NO_KEY
            column_create Passages text COLUMN_SCALAR Text
            load --table Passages
            [

            """
        );
        return dump;
    }

    public static void Write(TextWriter dump, string text)
    {
        dump.Write("{\"text\":");
        dump.Write(JsonSerializer.Serialize(text, AsItIs));
        dump.WriteLine("},");
    }

    /// <summary>The index is made after the texts: Groonga builds it so in one go.</summary>
    public void Load()
    {
        File.AppendAllText(
            Passages,
            """
            ]
            table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigramSplitSymbolAlphaDigit
            column_create Terms passages COLUMN_INDEX|WITH_POSITION Passages text

            """
        );
        Programs.Run("/usr/bin/groonga", "--file", Passages, "-n", Database);
        File.Delete(Passages);
    }

    public bool IsFilled => File.Exists(Database) && !File.Exists(Passages);

    public void Serve()
    {
        var port = Programs.FreePort();
        server = Programs.Start(
            "/usr/bin/groonga",
            "-s",
            "--protocol",
            "http",
            "--bind-address",
            "127.0.0.1",
            "-p",
            port.ToString(CultureInfo.InvariantCulture),
            "--cache-limit",
            "0",
            Database
        );
        client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        for (var i = 0; i < 100 && !Answers(); i++)
            Thread.Sleep(100);
    }

    private bool Answers()
    {
        try
        {
            return client.GetStringAsync(new Uri("/d/status", UriKind.Relative)).GetAwaiter().GetResult().Length > 0;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Ranked top 20 with their texts.</summary>
    /// <returns>How many passages hold the term.</returns>
    public long Find(string term)
    {
        var quoted = term.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        var address =
            "/d/select.json?table=Passages&match_columns=text&limit=20&sort_keys=-_score&output_columns=_id,_score,text&query="
            + Uri.EscapeDataString("\"" + quoted + "\"");
        using var answer = JsonDocument.Parse(
            client.GetByteArrayAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult()
        );
        return answer.RootElement[1][0][0][0].GetInt64();
    }

    public long Size => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) >> 20;

    public void Dispose()
    {
        client.Dispose();
        if (server is null)
            return;
        server.Kill();
        server.WaitForExit();
        server.Dispose();
    }
}
