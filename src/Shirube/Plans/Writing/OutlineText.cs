using System.Globalization;
using System.Resources;

namespace Shirube.Plans.Writing;

/// <summary>The names of forms and sections, from <c>Resources/Outline.resx</c>. Documents are written with <see cref="Japanese"/>.</summary>
public static class OutlineText
{
    public static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    private static readonly ResourceManager Words = new("Shirube.Resources.Outline", typeof(OutlineText).Assembly);

    public static string Of(PlanForm form, CultureInfo? culture = null) => Text("Form." + form, culture);

    /// <summary>Without its number: 地域再生計画の名称.</summary>
    public static string Of(PlanForm form, PlanSection section, CultureInfo? culture = null) =>
        Find($"{form}.{section.Key}", culture)
        ?? (form.IsStatutory() ? Find("Statutory." + section.Key, culture) : Find("Policy." + section.Key, culture))
        ?? section.Key;

    /// <summary>With its number, or that of the chapter above where it has none: 5-2④ 自立性.</summary>
    public static string Numbered(PlanForm form, PlanSection section, CultureInfo? culture = null) =>
        $"{PlanOutline.NumberOf(form, section)} {Of(form, section, culture)}".Trim();

    /// <summary>Any other words that documents and records of plans hold, by their key.</summary>
    internal static string Of(string key, CultureInfo culture) => Text(key, culture);

    private static string Text(string key, CultureInfo? culture) => Find(key, culture) ?? key;

    private static string? Find(string key, CultureInfo? culture) =>
        Words.GetString(key, culture ?? CultureInfo.CurrentUICulture);
}
