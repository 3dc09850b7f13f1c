using System.Globalization;
using System.Resources;

namespace Shirube.Web;

/// <summary>The site's own texts: <c>Resources/Texts.resx</c> in Japanese, <c>Texts.en.resx</c> in English.</summary>
public static class Texts
{
    private static readonly ResourceManager Resources = new("Shirube.Web.Resources.Texts", typeof(Texts).Assembly);

    /// <summary>The text of a key in the language of the page, with {0}, {1} … filled in; the key itself where there is none.</summary>
    public static string T(string key, params ReadOnlySpan<object?> arguments)
    {
        var text = Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
        return arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
    }
}
