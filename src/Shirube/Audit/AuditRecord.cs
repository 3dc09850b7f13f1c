using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Shirube.Audit;

/// <summary>
/// 監査記録: one operation, sealed to the one before it. Never changed, never removed while it is kept; its hash covers
/// all its fields and the hash of its predecessor.
/// </summary>
public sealed class AuditRecord
{
    /// <summary>Whose trail: a government's code, or <see cref="Installation"/>.</summary>
    public required string Trail { get; init; }

    /// <summary>Counts from 1 within the trail, without gaps.</summary>
    public long Number { get; init; }

    /// <summary>To the microsecond, which is what the database keeps.</summary>
    public DateTimeOffset At { get; init; }
    public Guid? Person { get; init; }
    public required string From { get; init; }
    public required string Act { get; init; }
    public required string Subject { get; init; }
    public string? Why { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>SHA-256, 64 small hexadecimal digits; of the first record, 64 zeros.</summary>
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    internal AuditRecord Sealed() =>
        new()
        {
            Trail = Trail,
            Number = Number,
            At = At,
            Person = Person,
            From = From,
            Act = Act,
            Subject = Subject,
            Why = Why,
            Before = Before,
            After = After,
            PreviousHash = PreviousHash,
            Hash = Digest(),
        };

    /// <summary>The trail of what belongs to no government: sign-ins that failed, governments created.</summary>
    public const string Installation = "000000";

    public static readonly string BeforeFirst = new('0', 64);

    internal static DateTimeOffset ToMicrosecond(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>What the hash has to be, from all other fields.</summary>
    public string Digest() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes<string?[]>([
                    Trail,
                    Number.ToString(CultureInfo.InvariantCulture),
                    At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                    Person?.ToString("D"),
                    From,
                    Act,
                    Subject,
                    Why,
                    Before,
                    After,
                    PreviousHash,
                ])
            )
        );
}
