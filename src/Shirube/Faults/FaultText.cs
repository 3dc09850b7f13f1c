using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Permissions;

namespace Shirube.Faults;

/// <summary>
/// The words of faults, from one resource file a family of codes (<c>Resources/Faults/PEOPLE.resx</c> for PEOPLE001;
/// Japanese, with <c>PEOPLE.en.resx</c> in English): what is wrong and what to do, in the culture of the one who reads.
/// </summary>
public static class FaultText
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Families = [];

    /// <summary>Without the row, which stands beside it where rows are shown.</summary>
    public static string Of(Fault fault)
    {
        var family = fault.Code[..fault.Code.AsSpan().IndexOfAnyInRange('0', '9')];
        var texts = Families.GetOrAdd(
            family,
            name => new ResourceManager($"Shirube.Resources.Faults.{name}", typeof(FaultText).Assembly)
        );
        var text = texts.GetString(fault.Code, CultureInfo.CurrentUICulture) ?? fault.Code;
        return string.Format(CultureInfo.CurrentCulture, text, [.. fault.Arguments.Select(Shown)]);
    }

    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";

    /// <summary>What a person typed is shown on one line, days and roles as that person writes them.</summary>
    private static object? Shown(object? argument) =>
        argument switch
        {
            string text => FindingText.Plain(FindingWord.Shown(text)),
            DateOnly day => IsJapanese ? JapaneseDate.ToJapanese(day) : day.ToString("O", CultureInfo.InvariantCulture),
            Role role => PermissionText.Of(role),
            _ => argument,
        };
}
