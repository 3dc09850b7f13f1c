namespace Shirube.Web.Accounts;

/// <summary>
/// The passwords that are tried first: well-known words however often they are repeated and whatever stands around
/// them in digits and signs, runs along the keyboard, few letters again and again.
/// </summary>
internal static class CommonPasswords
{
    private const int FewLetters = 4;

    private static readonly string[] Runs =
    [
        "01234567890123456789",
        "09876543210987654321",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
        "q1w2e3r4t5y6u7i8o9p0",
        "1q2w3e4r5t6y7u8i9o0p",
    ];

    private static readonly HashSet<string> Words = new(
        """
        password passwd pass passw0rd p@ssw0rd p@ssword pa$$word pa55word welcome letmein admin administrator root user
        guest test tester login default changeme secret qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou
        sunshine princess dragon monkey football baseball master shadow superman batman trustno hello freedom whatever
        michael jordan hunter killer soccer hockey charlie daniel summer winter spring autumn flower computer internet
        google microsoft windows office japan nippon tokyo osaka gunma kiryu isesaki maebashi takasaki sakura pokemon
        naruto doraemon kennwort passwort motdepasse contrasena senha shirube kikaku kencho shiyakusho yakusho chihou
        sousei himitsu aikotoba angou arigatou ohayou konnichiwa takahashi tanaka suzuki satou watanabe yamamoto
        abcabc abcd abcde abcdef abcdefg abcdefgh aaaaaa correcthorsebatterystaple
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
    );

    public static bool Contain(string password)
    {
        var plain = password.ToLowerInvariant();
        return plain.Distinct().Count() <= FewLetters
            || Runs.Any(run => (run + run).Contains(plain, StringComparison.Ordinal))
            || IsOneOrMore(string.Concat(plain.Where(char.IsAsciiLetterOrDigit)).Trim(Digits))
            || IsOneOrMore(plain.Trim(Digits).Trim(Signs).Trim(Digits));
    }

    private static bool IsOneOrMore(string letters) => letters.Length > 0 && IsWords(letters);

    private static readonly char[] Digits = [.. "0123456789"];
    private static readonly char[] Signs = [.. "!@#$%^&*()-_=+.,?/ "];

    /// <summary>Nothing but known words, one behind the other.</summary>
    private static bool IsWords(string letters) =>
        letters.Length == 0
        || Enumerable
            .Range(1, letters.Length)
            .Any(length => Words.Contains(letters[..length]) && IsWords(letters[length..].Trim(Digits).Trim(Signs)));
}
