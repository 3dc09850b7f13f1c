using System.Globalization;
using System.Resources;

namespace Shirube.Data;

/// <summary>
/// The database cannot be used, for a reason that the one who installs Shirube can mend; the message says what was
/// tried and what to run.
/// </summary>
/// <param name="reason">Key of the text in <c>Resources/Data.resx</c>.</param>
public sealed class DatabaseRefusedException(string reason, params IReadOnlyList<object?> arguments)
    : Exception(TextOf(reason, arguments))
{
    private static readonly ResourceManager Texts = new(
        "Shirube.Resources.Data",
        typeof(DatabaseRefusedException).Assembly
    );

    public string Reason { get; } = reason;

    private static string TextOf(string reason, IReadOnlyList<object?> arguments) =>
        string.Format(
            CultureInfo.CurrentCulture,
            Texts.GetString(reason, CultureInfo.CurrentUICulture) ?? reason,
            [.. arguments]
        );
}
