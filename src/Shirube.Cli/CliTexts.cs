using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using Shirube.Audit;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Web.Accounts;

namespace Shirube.Cli;

/// <summary>The words of the commands, from <c>Resources/CliTexts.resx</c>, in the language of the terminal.</summary>
internal static class CliTexts
{
    private static readonly ResourceManager Texts = new("Shirube.Cli.Resources.CliTexts", typeof(CliTexts).Assembly);

    public static string Shirube => Text();
    public static string Help => Text();
    public static string Read => Text();
    public static string ReadFile => Text();
    public static string Export => Text();
    public static string ExportPlan => Text();
    public static string ExportFormat => Text();
    public static string ExportOutput => Text();
    public static string ExportForm => Text();
    public static string ExportFilled => Text();
    public static string ExportMissing => Text();
    public static string ExportUnsure => Text();
    public static string ExportBlank => Text();
    public static string ExportBetween => Text();
    public static string ExportRepeated => Text();
    public static string ReadJson => Text();
    public static string Check => Text();
    public static string CheckFormat => Text();
    public static string CheckAgainst => Text();
    public static string Compare => Text();
    public static string CompareDocument => Text();
    public static string CompareOld => Text();
    public static string CompareNew => Text();
    public static string CompareAll => Text();
    public static string CompareFormat => Text();
    public static string Achievement => Text();
    public static string AchievementJson => Text();
    public static string Field => Text();
    public static string Value => Text();
    public static string Place => Text();
    public static string File => Text();
    public static string Kind => Text();
    public static string Title => Text();
    public static string Author => Text();
    public static string Area => Text();
    public static string SupportMeasure => Text();
    public static string ProjectName => Text();
    public static string ProjectStart => Text();
    public static string ProjectEnd => Text();
    public static string PlanStart => Text();
    public static string PlanEnd => Text();
    public static string PeriodStart => Text();
    public static string PeriodEnd => Text();
    public static string Certification => Text();
    public static string TotalCost => Text();
    public static string Chapters => Text();
    public static string Name => Text();
    public static string Unit => Text();
    public static string Baseline => Text();
    public static string Total => Text();
    public static string Target => Text();
    public static string Actual => Text();
    public static string Month => Text();
    public static string Seats => Text();
    public static string Publication => Text();
    public static string Project => Text();
    public static string Department => Text();
    public static string Cost => Text();
    public static string Donation => Text();
    public static string Evaluation => Text();
    public static string NextStep => Text();
    public static string Serve => Text();
    public static string ServeUrls => Text();
    public static string DataFolder => Text();
    public static string Import => Text();
    public static string ImportFiles => Text();
    public static string ImportGovernment => Text();
    public static string ImportSite => Text();
    public static string Importing => Text();

    public static string SearchText => Text();
    public static string SearchTerm => Text();
    public static string SearchJson => Text();
    public static string SearchRebuild => Text();
    public static string SearchAll => Text();
    public static string OfficeGovernment => Text();
    public static string OfficeFrom => Text();
    public static string OfficeUntil => Text();
    public static string OfficeOutput => Text();
    public static string GovernmentText => Text();
    public static string GovernmentCodeText => Text();
    public static string GovernmentAdd => Text();
    public static string GovernmentList => Text();
    public static string DepartmentText => Text();
    public static string DepartmentName => Text();
    public static string DepartmentAdd => Text();
    public static string DepartmentList => Text();
    public static string PersonText => Text();
    public static string PersonArgument => Text();
    public static string PersonInvite => Text();
    public static string PersonListText => Text();
    public static string PersonReset => Text();
    public static string PersonRevoke => Text();
    public static string PersonBreakGlass => Text();
    public static string PersonBreakGlassEnd => Text();
    public static string PersonBreakGlassDone => Text();
    public static string PersonBreakGlassEndDone => Text();
    public static string PersonExport => Text();
    public static string PersonErase => Text();
    public static string PersonWhy => Text();
    public static string PersonFactors => Text();
    public static string PersonName => Text();
    public static string PersonYomi => Text();
    public static string PersonMail => Text();
    public static string PersonRole => Text();
    public static string PersonDepartment => Text();
    public static string PersonAll => Text();
    public static string PersonRevoked => Text();
    public static string PersonRevokedHere => Text();
    public static string PersonErased => Text();
    public static string PersonStays => Text();
    public static string PersonHeads => Text();
    public static string AuditText => Text();
    public static string AuditTrailOption => Text();
    public static string AuditVerify => Text();
    public static string AuditExpect => Text();
    public static string AuditExpectWrong => Text();
    public static string AuditNote => Text();
    public static string AuditInstallation => Text();
    public static string AuditExport => Text();
    public static string AuditRetention => Text();
    public static string AuditYears => Text();
    public static string AuditKeptForEver => Text();
    public static string AuditExpire => Text();
    public static string Sample => Text();
    public static string SamplePeople => Text();
    public static string SampleThere => Text();
    public static string SampleFile => Text();
    public static string SampleFactor => Text();

    /// <summary>What stands under the help of a command: how it is called, what it returns.</summary>
    public static string HelpOf(string command) => Text("Help." + command);

    /// <summary>What the command line library says in English in every language, and what is shown for it.</summary>
    public static IEnumerable<(string English, string Shown)> HelpWords =>
        [
            ("Description:", Text("HelpDescription")),
            ("[default: ", Text("HelpDefault")),
            ("[command]", Text("HelpCommand")),
            ("[options]", Text("HelpOptions")),
            ("(REQUIRED)", Text("HelpRequired")),
        ];

    public static string KindOf(ReadingKind kind) => Text("Kind" + kind);

    public static string StateOf(FigureState state) => Text("State" + state);

    /// <param name="position">In bytes, counting from 1.</param>
    public static string AchievementNotJson(long line, long position) => Format(Text(), line, position);

    public static string Serving(string address) => Format(Text(), address);

    /// <param name="code">Of the server; 137 where it was killed.</param>
    /// <param name="folder">Of its log.</param>
    public static string ServerEnded(int code, string folder) => Format(Text(), code, folder);

    public static string AddressInUse(string address, string reason) => Format(Text(), address, reason);

    public static string NotAGovernment(string code) => Format(Text(), code);

    public static string NothingFound(string path) => Format(Text(), path);

    public static string DataCreated(string folder) => Format(Text(), folder);

    public static string DataUsed(string folder) => Format(Text(), folder);

    public static string NotServed(string folder) => Format(Text(), folder);

    public static string EffectOf(ImportEffect effect) => Text("Effect" + effect);

    public static string ImportSummary(int stored, int unchanged, int refused) =>
        Format(Text(), stored, unchanged, refused);

    public static string ImportDatabaseEnded(int done, int all) => Format(Text(), done, all);

    public static string CompareNotFound(string government, int document) => Format(Text(), government, document);

    public static string CompareOneVersion(string government, int document) => Format(Text(), government, document);

    public static string CompareCount(int changes, int rewritten) => Format(Text(), changes, rewritten);

    public static string Failed(string reason) => Format(Text(), reason);

    public static string NotRegistered(string code) => Format(Text(), code);

    public static string Written(string path) => Format(Text(), path);

    public static string GovernmentAdded(string code, string name) => Format(Text(), code, name);

    public static string GovernmentThere(string code, string name) => Format(Text(), code, name);

    public static string DepartmentAdded(int number, string name) => Format(Text(), number, name);

    public static string PersonInvited(string mail, string link) => Format(Text(), mail, link);

    public static string PersonKnown(string mail) => Format(Text(), mail);

    public static string PersonUnknown(string named, string code) => Format(Text(), named, code);

    public static string PersonResetDone(string link) => Format(Text(), link);

    /// <summary>How somebody signs in, in a word.</summary>
    public static string PersonAccount(FoundAccount? account) =>
        Text(
            "PersonAccount"
                + account switch
                {
                    null => "None",
                    { RevokedAt: not null } => "Revoked",
                    { HasCodes: true } or { Passkeys: > 0 } => "Factor",
                    { HasPassword: true } => "Password",
                    _ => "Reset",
                }
        );

    public static string AuditWhole(string trail, long records, string last) => Format(Text(), trail, records, last);

    public static string AuditBroken(AuditFault fault, string trail, long at, long whole) =>
        Format(Text("AuditBroken" + fault), trail, at, whole);

    public static string MisreadNumber(string name, string written) => Format(Text(), name, written);

    public static string MisreadRequired(string name) => Format(Text(), name);

    public static string MisreadTwice(string name, int count) => Format(Text(), name, count);

    /// <param name="command">With the launcher: <c>shirube export</c>.</param>
    public static string MisreadHelp(string command) => Format(Text(), command);

    public static string ExportNoPlan(string code, int plan) => Format(Text(), code, plan);

    public static string ExportNotWritten(string path) => Format(Text(), path);

    public static string ExportDone(string path, int bytes) => Format(Text(), path, bytes);

    public static string ExportDraft(int errors) => Format(Text(), errors);

    public static string AuditExported(long count) => Format(Text(), count);

    public static string SearchFound(int total, bool isMore, int shown) =>
        Format(Text(isMore ? "SearchFoundMore" : "SearchFound"), total, shown);

    public static string SearchUnindexed(int versions) => Format(Text(), versions);

    public static string SearchProgress(int versions, int at, int governments) =>
        Format(Text(), versions, at, governments);

    public static string SearchRebuilt(int versions, double seconds) => Format(Text(), versions, seconds);

    public static string AuditKept(int years) => Format(Text(), years);

    public static string AuditExpired(string trail, long first, long last) => Format(Text(), trail, first, last);

    public static string SampleMade(string address, string mail, string password, string path) =>
        Format(Text(), address, mail, password, path);

    public static string Summary(int errors, int warnings, int notes) =>
        Format(
            Text("CheckSummary"),
            Counted("CheckError", errors),
            Counted("CheckWarning", warnings),
            Counted("CheckNote", notes)
        );

    /// <summary>English has a singular; Japanese words both alike.</summary>
    private static string Counted(string key, int count) => Format(Text(key + (count == 1 ? ".one" : "")), count);

    private static string Format(string text, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, text, arguments);

    private static string Text([CallerMemberName] string key = "") =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
