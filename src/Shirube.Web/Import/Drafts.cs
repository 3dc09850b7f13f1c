using System.Security.Cryptography;
using System.Text.Json;
using Shirube.Permissions;

namespace Shirube.Web.Import;

/// <summary>
/// Drafts of imports as files under <c>drafts</c> of the data folder: they survive a restart and never expire. Their
/// names begin with the code of the government whose they are.
/// </summary>
internal sealed class Drafts(string dataFolder)
{
    /// <summary>A file without a draft that is older than this belongs to an upload that broke off.</summary>
    private static readonly TimeSpan BrokenOff = TimeSpan.FromHours(1);

    private static readonly TimeSpan ImportedKept = TimeSpan.FromDays(7);

    private readonly string root = Path.Combine(dataFolder, "drafts");
    private readonly Lock writing = new();

    /// <summary>Takes over a file that has been written to <see cref="NewFile"/>.</summary>
    public Draft Add(string contentFile, string fileName, Asker from, DateTime receivedAt)
    {
        using var content = File.OpenRead(contentFile);
        var draft = new Draft(Path.GetFileNameWithoutExtension(contentFile), fileName, receivedAt)
        {
            Size = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            ReceivedFrom = from.Person,
        };
        Write(draft);
        return draft;
    }

    public string NewFile(Asker from)
    {
        Directory.CreateDirectory(root);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return Path.Combine(root, $"{from.Government}-{name}.content");
    }

    /// <summary>Null when there is no such draft, its file cannot be read, or it is not the asker's government's.</summary>
    public Draft? Find(string id, Asker asker) => IsOf(id, asker) ? Find(id) : null;

    /// <summary>Null when there is no such draft or its file cannot be read.</summary>
    public Draft? Find(string id)
    {
        var file = PathOf(id, ".json");
        return file is null || !File.Exists(file) || Load(file) is not { IsBroken: false } draft ? null : draft;
    }

    /// <summary>There is such a draft of the asker's government, and it can only be dropped.</summary>
    public bool IsBroken(string id, Asker asker) =>
        IsOf(id, asker) && PathOf(id, ".json") is { } file && File.Exists(file) && Load(file) is { IsBroken: true };

    public byte[] ContentOf(Draft draft) => File.ReadAllBytes(PathOf(draft.Id, ".content")!);

    /// <summary>Saves what a page holds into what the draft is now; null when it is gone.</summary>
    public SavedDraft? Save(string id, DraftSave save, Func<Draft, OpenDoubts> count)
    {
        lock (writing)
        {
            if (Find(id) is not { } now)
                return null;
            var saved = save.Into(now);
            saved = saved with { Draft = saved.Draft with { Doubts = count(saved.Draft) } };
            Write(saved.Draft);
            return saved;
        }
    }

    /// <summary>Changes the draft as it is now; null when it is gone.</summary>
    public Draft? Change(string id, Func<Draft, Draft> change)
    {
        lock (writing)
        {
            if (Find(id) is not { } now)
                return null;
            var changed = change(now);
            Write(changed);
            return changed;
        }
    }

    /// <returns>False when another than this page saved it after the revision that was seen: then it stays.</returns>
    public bool Remove(string id, int seen, string editor)
    {
        lock (writing)
        {
            if (Find(id)?.Changes.Exists(change => change.Revision > seen && change.Editor != editor) == true)
                return false;
            Remove(id);
            return true;
        }
    }

    public void Remove(string id)
    {
        lock (writing)
        {
            foreach (var ending in (string[])[".json", ".content"])
            {
                if (PathOf(id, ending) is { } file)
                    File.Delete(file);
            }
        }
    }

    /// <summary>The drafts of the asker's government, the newest first, with those that can only be dropped.</summary>
    public IReadOnlyList<Draft> List(Asker asker) => List($"{asker.Government}-*.json");

    private static bool IsOf(string id, Asker asker) => id.StartsWith($"{asker.Government}-", StringComparison.Ordinal);

    private IReadOnlyList<Draft> List(string pattern) =>
        Directory.Exists(root)
            ?
            [
                .. Directory
                    .EnumerateFiles(root, pattern)
                    .Select(Load)
                    .OfType<Draft>()
                    .OrderByDescending(draft => draft.ReceivedAt),
            ]
            : [];

    /// <summary>Clears away what uploads and saves left that broke off, and drafts that were imported days ago.</summary>
    public void Sweep(DateTime now)
    {
        if (!Directory.Exists(root))
            return;
        foreach (var file in Directory.EnumerateFiles(root))
        {
            var isWhole =
                Path.GetExtension(file) is ".json"
                || (Path.GetExtension(file) is ".content" && File.Exists(Path.ChangeExtension(file, ".json")));
            if (!isWhole && now - File.GetLastWriteTimeUtc(file) > BrokenOff)
                File.Delete(file);
        }
        foreach (var draft in List("*.json").Where(draft => draft.ImportedAs is not null))
        {
            if (now - File.GetLastWriteTimeUtc(PathOf(draft.Id, ".json")!) > ImportedKept)
                Remove(draft.Id);
        }
    }

    private void Write(Draft draft)
    {
        var file = PathOf(draft.Id, ".json")!;
        // A crash while writing must leave the former draft whole; two writers must not share the new one.
        var fresh = Path.Combine(root, Path.GetRandomFileName() + ".new");
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(draft));
        File.Move(fresh, file, overwrite: true);
    }

    /// <summary>Null when it was removed meanwhile, or is none of ours.</summary>
    private Draft? Load(string file)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        if (PathOf(id, ".content") is not { } content)
            return null;
        try
        {
            using var stream = File.OpenRead(file);
            if (JsonSerializer.Deserialize<Draft>(stream) is { } draft && draft.Id == id && File.Exists(content))
                return draft;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // Listed as broken, so that a person can drop it.
        }
        return new Draft(id, id[7..15], File.GetLastWriteTimeUtc(file)) { IsBroken = true };
    }

    /// <summary>Null unless the id is one that <see cref="NewFile"/> could have made.</summary>
    private string? PathOf(string id, string ending) =>
        id.Split('-') is [{ Length: 6 } code, { Length: 32 } name]
        && code.All(char.IsAsciiDigit)
        && name.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(root, id + ending)
            : null;
}
