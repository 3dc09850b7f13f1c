using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using Shirube.Documents.Stored;

namespace Shirube.Cli;

/// <summary>The words of <c>serve</c> and <c>import</c>, from <c>Resources/HostTexts.resx</c>.</summary>
internal static class HostTexts
{
    private static readonly ResourceManager Texts = new("Shirube.Cli.Resources.HostTexts", typeof(HostTexts).Assembly);

    public static string Serve => Text();
    public static string ServeUrls => Text();
    public static string DataFolder => Text();
    public static string ServerEnded => Text();
    public static string Import => Text();
    public static string ImportFiles => Text();
    public static string ImportGovernment => Text();
    public static string ImportSite => Text();
    public static string Importing => Text();

    public static string Serving(string address) => Format(Text(), address);

    public static string AddressInUse(string address, string reason) => Format(Text(), address, reason);

    public static string NotAGovernment(string code) => Format(Text(), code);

    public static string NothingFound(string path) => Format(Text(), path);

    public static string DataCreated(string folder) => Format(Text(), folder);

    public static string DataUsed(string folder) => Format(Text(), folder);

    public static string EffectOf(ImportEffect effect) => Text("Effect" + effect);

    public static string ImportSummary(int stored, int unchanged, int refused) =>
        Format(Text(), stored, unchanged, refused);

    private static string Format(string text, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, text, arguments);

    private static string Text([CallerMemberName] string key = "") =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
