using System.Text;

namespace Shirube.Documents.Formats;

/// <summary>
/// Text that runs in paragraphs, as a format hands it over piece by piece: breaks end a line, paragraphs end a block.
/// Each line goes to the place the flow was made for: the running text, or one cell.
/// </summary>
internal sealed class Flow(Action<string, int, bool> line)
{
    private readonly StringBuilder pending = new();
    private bool isNewBlock = true;

    /// <summary>Heading level of the lines that follow.</summary>
    public int Heading { get; set; }

    /// <summary>A flow into the running text.</summary>
    public static Flow Into(RunningText text, bool isRunning = false) =>
        new(
            (written, heading, isNewBlock) =>
            {
                if (isNewBlock)
                    text.BeginBlock();
                text.AddLine(written, heading, isRunning);
            }
        );

    /// <summary>A flow into a cell: its lines parted by line breaks.</summary>
    public static Flow Into(StringBuilder cell) =>
        new(
            (written, _, _) =>
            {
                if (cell.Length > 0)
                    cell.Append('\n');
                cell.Append(written);
            }
        );

    /// <summary>How much text was ever added.</summary>
    public int Written { get; private set; }

    public bool IsLineEmpty => pending.Length == 0;

    /// <summary>Takes back the last signs of the line.</summary>
    public void Discard(int length) => pending.Length -= length;

    /// <summary>Adds text as written.</summary>
    public void Text(string text)
    {
        pending.Append(text);
        Written += text.Length;
    }

    /// <summary>Adds text whose white space only parts words.</summary>
    public void Collapsed(string text)
    {
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f'))
                pending.Append(c);
            else if (pending.Length > 0 && pending[^1] != ' ')
                pending.Append(' ');
        }
    }

    /// <summary>Ends the line; the next one stays in the same block.</summary>
    public void BreakLine()
    {
        var written = pending.ToString().Trim(' ');
        pending.Clear();
        if (string.IsNullOrWhiteSpace(written))
            return;
        line(written, Heading, isNewBlock);
        isNewBlock = false;
    }

    /// <summary>Ends the line and the block.</summary>
    public void EndBlock()
    {
        BreakLine();
        isNewBlock = true;
    }
}
