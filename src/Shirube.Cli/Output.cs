using Shirube.Documents;

namespace Shirube.Cli;

/// <summary>What several commands print alike.</summary>
internal static class Output
{
    /// <summary>UTF-8 as it is, whatever the terminal's encoding, with a line end behind it.</summary>
    public static void Write(byte[] json)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Why a file is refused, and what to do: two lines without the last line end.</summary>
    public static string Refusal(string path, DocumentRefusedException refused) =>
        $"{FindingText.Plain(path)}: {refused.Code}: {FindingText.MessageOf(refused)}\n  → {FindingText.FixOf(refused)}";
}
