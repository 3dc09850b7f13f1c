using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shirube.Audit;
using Shirube.Tests.Support;

namespace Shirube.Tests.Audit;

/// <summary>Every act that an operation writes into the trail stands in the document, and nothing else does.</summary>
public sealed partial class AuditActTests
{
    private static readonly CultureInfo Japanese = CultureInfo.InvariantCulture;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>An act without a name: add <c>the.act</c> and <c>the.act.recorded</c> to src/Shirube/Resources/Audit.resx and .en.resx.</summary>
    [Fact]
    public void Act_WrittenByTheSources_HasItsName()
    {
        var sources = Repository.Sources().Select(source => source.Text).ToList();
        var called = sources.SelectMany(text => Call().Matches(text)).SelectMany(call => ActsIn(call.Value)).ToList();
        // An act that is chosen beforehand, in a switch say, begins like one that is written in place.
        var families = called.Concat(AuditAct.All).Select(FamilyOf).ToHashSet(StringComparer.Ordinal);
        var written = sources
            .SelectMany(ActsIn)
            .Where(act => families.Contains(FamilyOf(act)))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        written.Except(AuditAct.All).ShouldBeEmpty();
        AuditAct.All.Except(written).ShouldBeEmpty();
    }

    /// <summary>An act that is made up of parts cannot be held against the document; one that a method hands on is called so.</summary>
    [Fact]
    public void Entry_WhereItIsMade_NamesItsActOrHandsOneOn() =>
        Repository
            .Sources()
            .SelectMany(source => Entry().Matches(source.Text).Select(entry => (source.Path, entry)))
            .Where(found => !Literal().IsMatch(found.entry.Groups["act"].Value))
            .Where(found => found.entry.Groups["act"].Value.Trim() is not ("act" or "string act"))
            .Select(found => $"{Path.GetFileName(found.Path)}: {found.entry.Value}")
            .ShouldBeEmpty();

    [Fact]
    public void Document_OfTheTrail_ListsEveryAct()
    {
        var table = new StringBuilder();
        table.Append("\n| act | 行為 | what is recorded beside who, when and from where |\n| --- | --- | --- |\n");
        foreach (var act in AuditAct.All)
        {
            AuditAct.RecordedOf(act, Japanese).ShouldNotBeEmpty();
            AuditAct.RecordedOf(act, English).ShouldNotBeEmpty();
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{act}` | {AuditAct.NameOf(act, Japanese)}<br>{AuditAct.NameOf(act, English)} | {AuditAct.RecordedOf(act, Japanese)}<br>{AuditAct.RecordedOf(act, English)} |\n"
            );
        }
        GeneratedDocument.ShouldHold("audit.md", table.Append('\n').ToString());
    }

    private static IEnumerable<string> ActsIn(string text) =>
        Literal().Matches(text).Select(act => act.Groups[1].Value);

    private static string FamilyOf(string act) => act[..act.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The call of what writes entries, with the beginning of its arguments.</summary>
    [GeneratedRegex("""\b(?:Entry|AuditEntry|Record\w*Async|AppendAsync)\(\s*[^;{]{0,160}""")]
    private static partial Regex Call();

    [GeneratedRegex("""(?:asker|Asker)\.Entry\(\s*(?<act>[^,]+),|new AuditEntry\(\s*(?<act>[^,]+),""")]
    private static partial Regex Entry();

    /// <summary>tree.csv is what was taken out, no act.</summary>
    [GeneratedRegex("\"([a-z]+\\.(?!csv\"|docx\"|xlsx\")[a-z]+(?:-?[A-Za-z]+)*)\"")]
    private static partial Regex Literal();
}
