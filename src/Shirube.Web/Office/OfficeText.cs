using Shirube.Calendar;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Web.Accounts;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Office;

/// <summary>People, posts and days as the pages word them.</summary>
internal static class OfficeText
{
    public static string NameOf(ListedPerson person) => person.ErasedAt is null ? person.Name : T("People.Erased");

    /// <summary>担当課職員（企画課）</summary>
    public static string Post(ListedPost post) =>
        post.Department is { } department
            ? T("People.PostIn", PermissionText.Of(post.Role), department)
            : PermissionText.Of(post.Role);

    /// <summary>令和8年4月1日から令和9年3月31日まで</summary>
    public static string Days(ListedPost post) =>
        post.Until is not { } until ? T("People.Since", ValueText.Date(post.From))
        : until < post.From ? T("People.Never")
        : T("People.FromTo", ValueText.Date(post.From), ValueText.Date(until));

    /// <summary>How somebody signs in, in a word.</summary>
    public static string Account(FoundAccount? account) =>
        T(
            account switch
            {
                null => "People.AccountNone",
                { RevokedAt: not null } => "People.AccountRevoked",
                { HasCodes: true } or { Passkeys: > 0 } => "People.AccountFactor",
                { HasPassword: true } => "People.AccountPassword",
                _ => "People.AccountReset",
            }
        );

    /// <summary>Needs a second factor and has none: can do nothing yet.</summary>
    public static bool LacksFactor(ListedPerson person, FoundAccount? account, DateOnly today) =>
        account is not { HasCodes: true } and not { Passkeys: > 0 }
        && person.Posts.Any(post =>
            SecondFactor.IsNeededBy(post.Role) && post.From <= today && (post.Until is null || post.Until >= today)
        );

    public static string Time(DateTimeOffset at) =>
        $"{ValueText.Date(JapanDay.Of(at))} {JapanDay.ClockAt(at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>A day as it stands in a field and is read from there again.</summary>
    public static string Typed(DateOnly? day) =>
        day is not { } given ? ""
        : Hosting.Languages.IsEnglish ? given.ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        : JapaneseDate.ToJapanese(given);

    public static IEnumerable<(string Value, string Name)> Roles =>
        Enum.GetValues<Role>().Select(role => (role.ToString(), PermissionText.Of(role)));
}
