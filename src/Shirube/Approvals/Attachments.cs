using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;

namespace Shirube.Approvals;

/// <summary>A file as somebody hands it in.</summary>
public sealed record NewAttachment(string FileName, byte[] Content);

/// <summary>添付: what may go with an approval, and how it is kept.</summary>
public static class Attachments
{
    public const int MaxCount = 20;
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Nothing that runs: no macros, no pages with scripts.</summary>
    public static readonly IReadOnlyList<string> Extensions =
    [
        ".pdf",
        ".docx",
        ".xlsx",
        ".pptx",
        ".csv",
        ".txt",
        ".md",
        ".png",
        ".jpg",
        ".jpeg",
    ];

    public static IEnumerable<Fault> FaultsOf(IReadOnlyList<NewAttachment> files, int kept)
    {
        if (files.Count + kept > MaxCount)
            yield return new Fault("attachments", "APPROVAL020", Arguments: MaxCount);
        foreach (var file in files)
            if (!Extensions.Contains(Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase))
                yield return new Fault("attachments", "APPROVAL021", Arguments: file.FileName);
            else if (file.Content.Length is 0 or > MaxBytes)
                yield return new Fault(
                    "attachments",
                    "APPROVAL022",
                    Arguments: [file.FileName, MaxBytes / 1024 / 1024]
                );
    }

    /// <summary>Numbers the kept ones first, then the new ones, for the approval's edition.</summary>
    internal static async Task AddAsync(
        ShirubeDb db,
        Approval approval,
        IEnumerable<ApprovalAttachment> kept,
        IReadOnlyList<NewAttachment> files,
        CancellationToken cancel
    )
    {
        var number = 0;
        foreach (var file in kept)
            db.Add(Row(approval, ++number, file.FileName, file.Sha256, file.Size));
        foreach (var file in files)
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content));
            var government = approval.GovernmentCode.Value;
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into attached_file (government_code, sha256, content)
                values ({government}, {sha256}, {file.Content}) on conflict do nothing
                """,
                cancel
            );
            db.Add(Row(approval, ++number, Path.GetFileName(file.FileName), sha256, file.Content.LongLength));
        }
    }

    private static ApprovalAttachment Row(Approval approval, int number, string name, string sha256, long size) =>
        new()
        {
            GovernmentCode = approval.GovernmentCode,
            ApprovalNumber = approval.Number,
            Edition = approval.Edition,
            Number = number,
            FileName = Storable.Text(name),
            Sha256 = sha256,
            Size = size,
        };
}
