using System.Globalization;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Cli;

/// <summary><c>shirube audit verify</c>: every trail or one, its state, and what to write down of it.</summary>
internal static class AuditVerification
{
    public static async Task<int> RunAsync(Store store, string? named, string? expected, CancellationToken cancel)
    {
        if (!AuditCommand.IsTrail(named, out var government))
            return ExitCode.NotReadable;
        if (!IsExpected(expected, out var noted) || (noted is not null && named is null))
        {
            await Console.Error.WriteLineAsync(CliTexts.AuditExpectWrong);
            return ExitCode.NotReadable;
        }
        await using var any = store.NewContext(Scope.None);
        IReadOnlyList<string> trails = named is null
            ? await VerifyAudit.TrailsAsync(any, cancel)
            : [government?.Value ?? AuditRecord.Installation];
        var areWhole = true;
        foreach (var trail in trails)
        {
            var scope = trail == AuditRecord.Installation ? Scope.None : new Scope(GovernmentCode.Parse(trail));
            await using var db = store.NewContext(scope);
            var verdict = await new VerifyAudit(db).ExecuteAsync(trail, noted, cancel);
            areWhole &= verdict.IsWhole;
            Console.WriteLine(Line(verdict));
        }
        if (areWhole)
            Console.WriteLine(CliTexts.AuditNote);
        return areWhole ? ExitCode.Done : ExitCode.NotWhole;
    }

    /// <summary>100005 群馬県</summary>
    public static string NameOf(string trail) =>
        trail == AuditRecord.Installation
            ? $"{trail} {CliTexts.AuditInstallation}"
            : $"{trail} {GovernmentDirectory.Find(GovernmentCode.Parse(trail))?.FullName}";

    private static string Line(AuditVerdict verdict) =>
        verdict.IsWhole
            ? CliTexts.AuditWhole(
                NameOf(verdict.Trail),
                verdict.Records,
                $"{verdict.LastNumber.ToString(CultureInfo.InvariantCulture)}:{verdict.LastHash}"
            )
            : CliTexts.AuditBroken(verdict.Fault!.Value, NameOf(verdict.Trail), verdict.At!.Value, verdict.Records);

    /// <summary>What was written down: a number and 64 hexadecimal digits.</summary>
    private static bool IsExpected(string? text, out (long Number, string Hash)? noted)
    {
        noted = null;
        if (text is null)
            return true;
        if (
            text.Split(':') is not [var left, { Length: 64 } hash]
            || !long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return false;
        noted = (number, hash.ToLowerInvariant());
        return true;
    }
}
