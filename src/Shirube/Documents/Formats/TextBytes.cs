namespace Shirube.Documents.Formats;

/// <summary>The part of a text file that can matter: no encoding needs more bytes for the characters that are read.</summary>
internal static class TextBytes
{
    public static ReadOnlySpan<byte> Capped(byte[] content, out bool isCut)
    {
        isCut = content.Length > ReadingLimits.Characters * 4;
        return isCut ? content.AsSpan(0, ReadingLimits.Characters * 4) : content;
    }
}
