using System.Security.Cryptography;
using System.Text.Json;

namespace Shirube.Web.Import;

/// <summary>Drafts of imports as files under <c>drafts</c> of the data folder: they survive a restart and never expire.</summary>
internal sealed class Drafts(string dataFolder)
{
    private readonly string root = Path.Combine(dataFolder, "drafts");

    /// <summary>Takes over a file that has been written to <see cref="NewFile"/>.</summary>
    public Draft Add(string contentFile, string fileName, DateTime receivedAt)
    {
        var draft = new Draft(Path.GetFileNameWithoutExtension(contentFile), fileName, receivedAt);
        Save(draft);
        return draft;
    }

    public string NewFile()
    {
        Directory.CreateDirectory(root);
        return Path.Combine(root, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + ".content");
    }

    public Draft? Find(string id)
    {
        var file = PathOf(id, ".json");
        if (file is null || !File.Exists(file))
            return null;
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<Draft>(stream);
    }

    public byte[] ContentOf(Draft draft) => File.ReadAllBytes(PathOf(draft.Id, ".content")!);

    public void Save(Draft draft)
    {
        var file = PathOf(draft.Id, ".json")!;
        // A crash while writing must leave the former draft whole.
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(draft));
        File.Move(file + ".new", file, overwrite: true);
    }

    public void Remove(string id)
    {
        foreach (var ending in (string[])[".json", ".content"])
        {
            if (PathOf(id, ending) is { } file)
                File.Delete(file);
        }
    }

    /// <summary>All drafts, the newest first.</summary>
    public IReadOnlyList<Draft> List() =>
        Directory.Exists(root)
            ?
            [
                .. Directory
                    .EnumerateFiles(root, "*.json")
                    .Select(file => Find(Path.GetFileNameWithoutExtension(file)))
                    .OfType<Draft>()
                    .OrderByDescending(draft => draft.ReceivedAt),
            ]
            : [];

    /// <summary>Null unless the id is one that <see cref="NewFile"/> could have made.</summary>
    private string? PathOf(string id, string ending) =>
        id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? Path.Combine(root, id + ending) : null;
}
