using System.Globalization;

namespace Shirube.Documents.Formats.Excel;

internal enum FormatToken
{
    /// <summary>Shown as it stands.</summary>
    Literal,

    /// <summary>0, # or ? with the points and commas between them.</summary>
    Digits,
    Percent,
    Exponent,
    General,
    Text,

    /// <summary>A run of one letter of a date or time.</summary>
    Date,
}

/// <summary>A condition in front of a section: [&lt;=999].</summary>
internal readonly record struct FormatCondition(string Operator, decimal Limit)
{
    public bool CoversNegativesOnly => Operator is "<" or "<=" && Limit <= 0;

    public bool Holds(decimal number) =>
        Operator switch
        {
            "<" => number < Limit,
            "<=" => number <= Limit,
            ">" => number > Limit,
            ">=" => number >= Limit,
            "=" => number == Limit,
            _ => number != Limit,
        };
}

/// <summary>One section of a number format, taken apart.</summary>
internal sealed class FormatSection
{
    public List<(FormatToken Kind, string Text)> Tokens { get; } = [];
    public FormatCondition? Condition { get; private set; }
    public bool IsDate => Tokens.Exists(token => token.Kind == FormatToken.Date);

    /// <summary>元年 instead of 1年.</summary>
    public bool HasFirstYearWord { get; private set; }

    public static FormatSection Parse(string code)
    {
        var section = new FormatSection();
        for (var i = 0; i < code.Length; )
            i = section.Take(code, i);
        return section;
    }

    /// <summary>The section's literals around a text.</summary>
    public string ShowText(string text) =>
        string.Concat(
            Tokens.Select(token =>
                token.Kind switch
                {
                    FormatToken.Text => text,
                    FormatToken.Literal => token.Text,
                    _ => "",
                }
            )
        );

    private int Take(string code, int i)
    {
        var c = code[i];
        switch (c)
        {
            case '"':
                var close = code.IndexOf('"', i + 1);
                close = close < 0 ? code.Length : close;
                Literal(code[(i + 1)..close]);
                return close + 1;
            case '\\' when i + 1 < code.Length:
                Literal(code[i + 1].ToString());
                return i + 2;
            case '_' or '*' when i + 1 < code.Length:
                Literal(c == '_' ? " " : "");
                return i + 2;
            case '[':
                var end = code.IndexOf(']', i + 1);
                end = end < 0 ? code.Length : end;
                Bracket(code[(i + 1)..end]);
                return end + 1;
            case '@':
                Tokens.Add((FormatToken.Text, "@"));
                return i + 1;
            case '%':
                Tokens.Add((FormatToken.Percent, "%"));
                return i + 1;
            default:
                return TakeWord(code, i);
        }
    }

    private int TakeWord(string code, int i)
    {
        var rest = code.AsSpan(i);
        if (
            rest.StartsWith("General", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("G/標準", StringComparison.Ordinal)
        )
        {
            Tokens.Add((FormatToken.General, "General"));
            return i + (rest[1] == '/' ? 4 : 7);
        }
        if (rest.StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase))
        {
            Tokens.Add((FormatToken.Date, "AM/PM"));
            return i + 5;
        }
        if (
            rest[0] is 'E' or 'e'
            && rest.Length > 1
            && rest[1] is '+' or '-'
            && Tokens.Exists(t => t.Kind == FormatToken.Digits)
        )
        {
            Tokens.Add((FormatToken.Exponent, "E" + rest[1]));
            return i + 2;
        }
        if (IsDigitSign(rest[0]) || (rest[0] is '.' or ',' && (NextIsDigit(rest) || LastIsDigits)))
        {
            var length = 1;
            while (length < rest.Length && (IsDigitSign(rest[length]) || rest[length] is '.' or ','))
                length++;
            Tokens.Add((FormatToken.Digits, rest[..length].ToString()));
            return i + length;
        }
        if ("ymdhsgeabYMDHSGE".Contains(rest[0], StringComparison.Ordinal))
        {
            var length = 1;
            while (length < rest.Length && char.ToLowerInvariant(rest[length]) == char.ToLowerInvariant(rest[0]))
                length++;
            Tokens.Add((FormatToken.Date, rest[..length].ToString().ToLowerInvariant()));
            return i + length;
        }
        Literal(rest[0].ToString());
        return i + 1;
    }

    private bool LastIsDigits => Tokens.Count > 0 && Tokens[^1].Kind is FormatToken.Digits;

    private static bool IsDigitSign(char c) => c is '0' or '#' or '?';

    private static bool NextIsDigit(ReadOnlySpan<char> rest) => rest.Length > 1 && IsDigitSign(rest[1]);

    private void Bracket(string inside)
    {
        if (inside.Length == 0)
            return;
        if (inside[0] is '<' or '>' or '=')
            Condition = ParseCondition(inside);
        else if (inside[0] == '$')
        {
            var dash = inside.IndexOf('-', StringComparison.Ordinal);
            Literal(inside[1..(dash < 0 ? inside.Length : dash)]);
            HasFirstYearWord |= inside.Contains("x-gannen", StringComparison.OrdinalIgnoreCase);
        }
        else if (
            inside.Trim('h', 'H').Length == 0
            || inside.Trim('m', 'M').Length == 0
            || inside.Trim('s', 'S').Length == 0
        )
            Tokens.Add((FormatToken.Date, "[" + inside.ToLowerInvariant() + "]"));
    }

    private static FormatCondition? ParseCondition(string inside)
    {
        var length = inside.Length > 1 && inside[1] is '=' or '>' ? 2 : 1;
        return decimal.TryParse(inside.AsSpan(length), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? new FormatCondition(inside[..length], limit)
            : null;
    }

    private void Literal(string text)
    {
        if (text.Length > 0)
            Tokens.Add((FormatToken.Literal, text));
    }
}
