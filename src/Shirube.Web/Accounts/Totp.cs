using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shirube.Web.Accounts;

/// <summary>ワンタイムコード: RFC 6238 with what every app takes: SHA-1, 6 digits, steps of 30 seconds.</summary>
internal static class Totp
{
    private const int KeyLength = 20;
    private const int StepSeconds = 30;

    /// <summary>A phone's clock may be one step early or late.</summary>
    private const int Drift = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>In base 32, 32 letters.</summary>
    public static string NewKey() => Encode(RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>What the QR code says to the app.</summary>
    public static string AddressOf(string key, string site, string mail) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(mail)}?secret={key}&issuer={Uri.EscapeDataString(site)}";

    /// <param name="typed">Full-width digits and spaces are taken too.</param>
    /// <returns>The step whose code it is, or null.</returns>
    public static long? StepOf(string key, string typed, DateTimeOffset now)
    {
        var digits = string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length != 6)
            return null;
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        // All of them are worked out: the time does not tell which one it was.
        for (var step = current - Drift; step <= current + Drift; step++)
            if (
                CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(CodeAt(key, step)),
                    Encoding.UTF8.GetBytes(digits)
                )
            )
                found = step;
        return found;
    }

    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know no other digest, and as a keyed one it is not broken.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    private static string Encode(byte[] bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, count) = ((bits << 8) | one, count + 8);
            for (; count >= 5; count -= 5)
                text.Append(Base32[(bits >> (count - 5)) & 31]);
            bits &= (1 << count) - 1;
        }
        return text.ToString();
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>(KeyLength);
        var (bits, count) = (0, 0);
        foreach (var letter in text)
        {
            (bits, count) = ((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal), count + 5);
            if (count < 8)
                continue;
            bytes.Add((byte)(bits >> (count - 8)));
            (bits, count) = (bits & ((1 << (count - 8)) - 1), count - 8);
        }
        return [.. bytes];
    }
}
