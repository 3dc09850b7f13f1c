using System.Globalization;

namespace Shirube.Data;

/// <summary>PostgreSQL's own note about its running server, <c>postmaster.pid</c>.</summary>
internal sealed class PostmasterFile(string path)
{
    /// <param name="SocketFolder">Where its socket lies.</param>
    /// <param name="IsReady">It takes connections.</param>
    public sealed record Note(int Process, string SocketFolder, bool IsReady);

    /// <summary>Null when there is none, or it is not written to its end yet.</summary>
    public Note? Read()
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return null;
        }
        if (lines.Length < 5 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process))
            return null;
        return new Note(process, lines[4].Trim(), lines.Length >= 8 && lines[7].Trim() == "ready");
    }

    /// <summary>Only when none of its processes lives: the file guards their shared memory.</summary>
    public void Delete() => File.Delete(path);
}
