namespace Shirube.Documents.Formats;

/// <summary>What the guard lets in: the format that the content is, and what it noticed on the way.</summary>
internal sealed record Admitted(DocumentFormat Format, IReadOnlyList<Finding> Notices);

/// <summary>
/// Decides from the bytes what a file is, before any reader opens it. A file under another kind's name is read as what
/// it is where the bytes leave no doubt; everything else is refused with what was found and what to do.
/// </summary>
internal static class DocumentGuard
{
    /// <exception cref="DocumentRefusedException">The file is not of a kind that is read, or it is not safe to open.</exception>
    public static Admitted Admit(string fileName, byte[] content)
    {
        if (content.Length == 0)
            throw new DocumentRefusedException("FILE001", fileName);
        if (content.Length > ReadingLimits.FileBytes)
            throw new DocumentRefusedException(
                "FILE002",
                fileName,
                content.Length / (1024 * 1024),
                ReadingLimits.FileBytes / (1024 * 1024)
            );
        var claim = FileEnding.Of(fileName);
        var kind = ContentKind.Of(content);
        return kind switch
        {
            ContentKind.Pdf => Claimed(DocumentFormat.Pdf, claim, fileName, []),
            ContentKind.Zip => OfZip(fileName, content, claim),
            ContentKind.CompoundFile => throw OfCompoundFile(fileName, content),
            ContentKind.Html => claim.Format is DocumentFormat.Markdown or DocumentFormat.Html
                ? new Admitted(claim.Format.Value, [])
                : Claimed(DocumentFormat.Html, claim, fileName, []),
            ContentKind.Text => OfText(fileName, claim),
            ContentKind.Unknown => throw new DocumentRefusedException("FILE017", fileName),
            _ => throw new DocumentRefusedException("FILE003", fileName, kind),
        };
    }

    private static Admitted OfText(string fileName, FileEnding claim)
    {
        if (claim.Format is { } format && FileEnding.IsText(format))
            return new Admitted(format, []);
        if (claim.Format is not null || claim.IsNeverText)
            throw new DocumentRefusedException("FILE009", fileName, claim.Ending);
        return Claimed(DocumentFormat.Text, claim, fileName, []);
    }

    private static Admitted OfZip(string fileName, byte[] content, FileEnding claim)
    {
        var package = OfficePackage.Inspect(fileName, content);
        var notices = new List<Finding>();
        if (package.HasMacros)
            notices.Add(new Finding("DOC007", Severity.Note, null, fileName));
        return Claimed(package.Format, claim, fileName, notices);
    }

    private static DocumentRefusedException OfCompoundFile(string fileName, byte[] content)
    {
        // Names of streams are UTF-16; the package that a password protects is one of them.
        var isEncrypted = content.AsSpan().IndexOf(Wide("EncryptedPackage")) >= 0;
        if (isEncrypted)
            return new DocumentRefusedException("FILE004", fileName);
        if (content.AsSpan().IndexOf(Wide("WordDocument")) >= 0)
            return new DocumentRefusedException("FILE005", fileName, "Word 97-2003 (.doc)", ".docx");
        if (content.AsSpan().IndexOf(Wide("Workbook")) >= 0 || content.AsSpan().IndexOf(Wide("Book")) >= 0)
            return new DocumentRefusedException("FILE005", fileName, "Excel 97-2003 (.xls)", ".xlsx");
        return new DocumentRefusedException("FILE003", fileName, "Microsoft OLE");
    }

    private static Admitted Claimed(DocumentFormat format, FileEnding claim, string fileName, List<Finding> notices)
    {
        if (claim.Format != format)
            notices.Insert(
                0,
                new Finding("DOC006", Severity.Note, null, fileName, claim.Ending, FileEnding.NameOf(format))
            );
        return new Admitted(format, notices);
    }

    private static ReadOnlySpan<byte> Wide(string name) => System.Text.Encoding.Unicode.GetBytes(name);
}
