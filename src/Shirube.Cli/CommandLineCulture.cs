using System.Globalization;

namespace Shirube.Cli;

/// <summary>Japanese unless <c>SHIRUBE_LANG=en</c> asks for English: an office's screens do not follow the terminal's locale.</summary>
internal static class CommandLineCulture
{
    public static void Apply()
    {
        var language = Environment.GetEnvironmentVariable("SHIRUBE_LANG") == "en" ? "en" : "ja";
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.CurrentUICulture;
    }
}
