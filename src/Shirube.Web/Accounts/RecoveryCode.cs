using System.Security.Cryptography;
using System.Text;

namespace Shirube.Web.Accounts;

/// <summary>
/// 回復コード: stands in once for the code generator that a person has lost. Random enough (75 bits) that its plain
/// SHA-256 is all that needs to be kept.
/// </summary>
public sealed class RecoveryCode
{
    public const int PerAccount = 10;
    private const int Letters = 15;

    // Without those that are taken for one another.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public Guid AccountId { get; init; }

    /// <summary>64 small hexadecimal digits.</summary>
    public required string CodeHash { get; init; }

    /// <summary>As it is shown once: <c>abcde-fghjk-mnpqr</c>.</summary>
    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Letters);
        return $"{letters[..5]}-{letters[5..10]}-{letters[10..]}";
    }

    /// <param name="typed">As a person copies it from paper: hyphens, spaces and capitals do not count.</param>
    public static string HashOf(string typed)
    {
        var letters = typed.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(letters))));
    }
}
