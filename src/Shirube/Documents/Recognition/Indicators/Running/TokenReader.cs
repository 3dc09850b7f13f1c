using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>Takes the lines of a region apart into tokens, in the order of the text.</summary>
internal static partial class TokenReader
{
    private const int LongestCell = 400;

    public static List<IndicatorToken> Read(IReadOnlyList<Line> lines)
    {
        var strong = lines.Any(line => line.Text.Length <= LongestCell && StrongLabel().IsMatch(line.Text));
        var prose = ProseLines.Find(lines, line => IsTableLike(line, strong));
        var tokens = new List<IndicatorToken>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsRunning || string.IsNullOrWhiteSpace(lines[i].Text) || PageNumber().IsMatch(lines[i].Text))
                continue;
            if (prose[i])
                tokens.Add(Token(TokenKind.Prose, lines[i], 0, lines[i].Text.Length));
            else
                ReadLine(lines[i], strong, tokens);
        }
        BrokenYears.Mend(tokens);
        return tokens;
    }

    /// <summary>A line with a label or at least one figure and nothing that only prose has.</summary>
    private static bool IsTableLike(Line line, bool strong)
    {
        if (line.Text.Length > LongestCell)
            return false;
        var tokens = new List<IndicatorToken>();
        ReadLine(line, strong, tokens);
        return tokens.Exists(token => token.IsCell || token.Kind == TokenKind.Label)
            && !tokens.Exists(token => token.Kind == TokenKind.Name && token.At.Text.Contains('。'));
    }

    private static void ReadLine(Line line, bool strong, List<IndicatorToken> tokens)
    {
        var text = line.Text;
        var start = 0;
        var first = tokens.Count;
        foreach (Match label in (strong ? StrongLabel() : WeakLabel()).Matches(text))
        {
            ReadChunks(line, start, label.Index, tokens);
            tokens.Add(Token(TokenKind.Label, line, label.Index, label.Length, number: NumberOf(label)));
            start = label.Index + label.Length;
        }
        ReadChunks(line, start, text.Length, tokens);
        BareYears.Mark(tokens, first);
    }

    private static void ReadChunks(Line line, int start, int end, List<IndicatorToken> tokens)
    {
        var first = tokens.Count;
        foreach (var chunk in Chunk().EnumerateMatches(line.Text.AsSpan(start, end - start)))
            ReadChunk(line, start + chunk.Index, chunk.Length, first, tokens);
    }

    private static void ReadChunk(Line line, int start, int length, int first, List<IndicatorToken> tokens)
    {
        var text = line.Text.Substring(start, length);
        var figure = Figure.Parse(text);
        if (UnitWords.TryReadLabelled(text, out var unit, out var offset))
        {
            tokens.Add(Token(TokenKind.UnitWord, line, start, length));
            if (unit.Length > 0)
                tokens.Add(Token(TokenKind.Unit, line, start + offset, unit.Length));
        }
        else if (BrokenLabel().Match(text) is { Success: true } label && (text.Length > 1 || LacksNumber(tokens)))
            tokens.Add(Token(TokenKind.Label, line, start, length, number: NumberOf(label)));
        else if (UnitWords.IsUnit(text))
            tokens.Add(Token(TokenKind.Unit, line, start, length));
        else if (HeadingWords.Parse(text) is { } words)
        {
            foreach (var (kind, year) in words)
                tokens.Add(Token(kind, line, start, length, number: year));
            if (words.Count == 0)
                tokens.Add(Token(TokenKind.Fragment, line, start, length));
        }
        else if (PieceOfFigure().IsMatch(Folding.Squeeze(text)))
            tokens.Add(Token(TokenKind.BrokenFigure, line, start, length));
        else if (figure.Kind == FigureKind.Number && (figure.Unit is null || UnitWords.IsUnit(figure.Unit)))
            tokens.Add(Token(TokenKind.Figure, line, start, length, figure.Value!.Value) with { Unit = figure.Unit });
        else if (figure.Kind == FigureKind.Dash)
            tokens.Add(Token(TokenKind.Dash, line, start, length));
        else if (figure.Kind == FigureKind.Pending)
            tokens.Add(Token(TokenKind.Pending, line, start, length));
        else if (tokens.Count > first && tokens[^1] is { Kind: TokenKind.Name } name && IsOneSpace(line, name, start))
            tokens[^1] = Token(TokenKind.Name, line, name.At.Column, start + length - name.At.Column);
        else
            tokens.Add(Token(Section().IsMatch(text) ? TokenKind.Prose : TokenKind.Name, line, start, length));
    }

    /// <summary>Words of one name are parted by single spaces; wider gaps part cells.</summary>
    private static bool IsOneSpace(Line line, IndicatorToken name, int start) =>
        start - (name.At.Column + name.At.Text.Length) == 1 && line.Text[start - 1] is ' ' or '\u3000';

    private static IndicatorToken Token(
        TokenKind kind,
        Line line,
        int start,
        int length,
        decimal value = 0,
        int number = 0
    ) =>
        new(
            kind,
            new Passage(line.Page, line.Number, line.Number, start, line.Text.Substring(start, length)),
            DisplayWidth.Of(line.Text.AsSpan(0, start)),
            DisplayWidth.Of(line.Text.AsSpan(0, start + length)),
            value,
            number
        );

    /// <summary>More ＫＰＩ stand alone than numbers came behind them.</summary>
    private static bool LacksNumber(List<IndicatorToken> tokens) =>
        tokens.Count(token => token.Kind == TokenKind.LabelPart)
        > tokens.Count(token => token.Kind == TokenKind.Label && token.At.Text.Length <= 2);

    private static int NumberOf(Match label)
    {
        var folded = Folding.Fold(label.Groups["no"].Value);
        return int.Parse(folded, CultureInfo.InvariantCulture);
    }

    /// <summary>- 5 -</summary>
    [GeneratedRegex(@"^\s*[-－‐–—―]\s?[0-9０-９]{1,3}\s?[-－‐–—―]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    /// <summary>1,600. and 29,72 and 00: no figure begins with two digits of which the first is 0.</summary>
    [GeneratedRegex(@"^(?:[\d,.]*\d[.,]|\d{1,3}(?:,\d{3})*,\d{1,2}|0\d+|[.,]\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex PieceOfFigure();

    /// <summary>ＫＰＩ①, K P I 1, 指標２: the letters may be spread, the number may not run on.</summary>
    [GeneratedRegex(
        @"(?:[KＫ][ 　]?[PＰ][ 　]?[IＩ]|成果指標|評価指標|目標指標|指標)[ 　]{0,2}(?:[(（]|[NＮ][oｏ][.．]?)?(?<no>[①-⑳]|[0-9０-９]{1,2}(?![0-9０-９,，.．年]))[)）]?[:：.．]?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex StrongLabel();

    /// <summary>① alone or in front of a name, at the start of a line.</summary>
    [GeneratedRegex(@"(?<=^[ 　\t]{0,20})(?<no>[①-⑳])", RegexOptions.CultureInvariant)]
    private static partial Regex WeakLabel();

    /// <summary>Ｉ① or ①: the end of a label that a narrow cell broke.</summary>
    [GeneratedRegex(@"^[IＩ]?(?<no>[①-⑳])$", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenLabel();

    /// <summary>Text without a space; years stay whole where a space parts them from 年度 or from their era.</summary>
    [GeneratedRegex(
        @"(?:令和|平成)[ 　](?:[0-9０-９]{1,2}|元)(?![0-9０-９,，.．])(?:[ 　]?年度?\S*)?|(?:19|20)[0-9]{2}[ 　]年度?\S*|\S+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Chunk();

    /// <summary>【将来像】 and its like.</summary>
    [GeneratedRegex(@"^[【《〔].*[】》〕]$|^[■●◆○◎※]", RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
