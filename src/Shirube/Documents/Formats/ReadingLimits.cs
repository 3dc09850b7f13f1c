namespace Shirube.Documents.Formats;

/// <summary>
/// How much of a file is read. A government's plan is far below all of these; they keep the memory of reading a
/// hostile file under 256 MB and its time under two seconds.
/// </summary>
internal static class ReadingLimits
{
    /// <summary>Bytes of a file as it comes in.</summary>
    public const int FileBytes = 100 * 1024 * 1024;

    /// <summary>UTF-16 units of running text; what follows is left unread, with a notice.</summary>
    public const int Characters = 1_200_000;

    /// <summary>Cells of all tables together; rows that follow are left unread, with a notice.</summary>
    public const int Cells = 200_000;

    /// <summary>Lines of running text.</summary>
    public const int Lines = 200_000;

    /// <summary>Nesting of elements, tables or content controls; deeper ones are left unread, with a notice.</summary>
    public const int Depth = 100;

    /// <summary>Notices of one kind that name their place; the rest is counted in one.</summary>
    public const int NoticesOfAKind = 20;
}
