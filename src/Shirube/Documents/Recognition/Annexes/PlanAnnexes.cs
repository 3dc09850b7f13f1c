using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Annexes;

/// <summary>別添: what a document says behind its chapters, in tables and outlines of their own heads.</summary>
internal sealed partial class PlanAnnexes
{
    private readonly SourceDocument document;
    private readonly List<Table> taken = [];
    private readonly List<Finding> findings = [];
    private IReadOnlyList<ReadScheduleItem> schedule = [];
    private IReadOnlyList<ReadFunding> funding = [];
    private IReadOnlyList<MeantIndicator> meant = [];
    private readonly List<ReadPrivateShare> shares = [];
    private readonly HashSet<int> open = [];

    private PlanAnnexes(SourceDocument document) => this.document = document;

    public static PlanAnnexes In(SourceDocument document)
    {
        var annexes = new PlanAnnexes(document);
        foreach (var table in document.Tables)
            annexes.Take(table);
        foreach (var line in document.Lines.Where(line => !line.IsRunning && line.Text.Length <= 80))
            annexes.Take(line);
        return annexes;
    }

    /// <summary>The document without the tables that are annexes: their years and amounts are no KPIs.</summary>
    public SourceDocument Rest =>
        taken.Count == 0
            ? document
            : document with
            {
                Tables =
                [
                    .. document.Tables.Where(table => !taken.Contains(table, ReferenceEqualityComparer.Instance)),
                ],
            };

    public Reading Fill(Reading reading)
    {
        reading = reading with { Indicators = Meant(reading.Indicators) };
        var tree =
            reading.Tree.Count + reading.Links.Count > 0
                ? new ReadTree(reading.Tree, reading.Links, [])
                : Tree(reading.Indicators);
        return reading with
        {
            Tree = tree.Nodes,
            Links = tree.Links,
            Schedule = schedule,
            Funding = funding,
            PrivateShares = shares,
            Findings = [.. reading.Findings, .. tree.Findings, .. findings],
        };
    }

    /// <summary>From the heading 施策体系 of an annex to the next one.</summary>
    private ReadTree Tree(IReadOnlyList<ReadIndicator> indicators)
    {
        var lines = document.Lines;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i];
            if (!AnnexHeading.Begins(line) || !AnnexHeading.IsTree(line.Plain))
                continue;
            var own = lines.Skip(i + 1).TakeWhile(next => !AnnexHeading.Begins(next)).ToList();
            return PolicyTreeText.Read(own, indicators);
        }
        return ReadTree.None;
    }

    private void Take(Table table)
    {
        if (funding.Count == 0 && FundingTable.Read(document, table) is { } amounts)
        {
            funding = amounts.Amounts;
            findings.AddRange(amounts.Findings);
            taken.Add(table);
        }
        else if (schedule.Count == 0 && ScheduleTable.Read(document, table) is { } items)
        {
            schedule = items.Items;
            findings.AddRange(items.Findings);
            taken.Add(table);
        }
        else if (meant.Count == 0 && MeaningTable.Read(document, table) is { } rows)
        {
            meant = rows;
            taken.Add(table);
        }
    }

    /// <summary>The KPIs with what the annex says of each; a row that may be any of several is given to none.</summary>
    private List<ReadIndicator> Meant(IReadOnlyList<ReadIndicator> indicators)
    {
        var all = indicators.ToList();
        var arePrinted = all.Exists(one => one.PrintedNo > 0);
        foreach (var said in meant)
        {
            var places = Enumerable.Range(0, all.Count).Where(at => IsOf(said, all[at], arePrinted)).ToList();
            if (places is [var only])
                all[only] = Meant(all[only], only, said);
            else if (places.Count > 1)
                findings.Add(
                    new Finding("KPI043", Severity.Warning, new Evidence(said.At), said.At.Text, places.Count)
                    {
                        Pointer = "/indicators",
                    }
                );
        }
        return all;
    }

    /// <summary>Of another name nothing is taken; a number alone names no KPI that has none where others have one.</summary>
    private static bool IsOf(MeantIndicator said, ReadIndicator indicator, bool arePrinted) =>
        said.No == (indicator.PrintedNo > 0 ? indicator.PrintedNo : indicator.No)
        && (
            said.Name is { } name
                ? indicator.Name is { } own && MeantIndicator.Key(own.Value) == MeantIndicator.Key(name.Value)
                : indicator.PrintedNo > 0 || !arePrinted
        );

    private ReadIndicator Meant(ReadIndicator indicator, int at, MeantIndicator said)
    {
        if (indicator.BaselineYear is { } printed && said.BaselineYear is { } other && printed.Value != other.Value)
            findings.Add(
                new Finding(
                    "KPI032",
                    Severity.Warning,
                    other.Evidence,
                    $"KPI{indicator.No} {indicator.Name?.Value}",
                    FindingWord.Field("/baselineYear"),
                    $"{printed.Value} / {other.Value}"
                )
                {
                    Pointer = string.Create(CultureInfo.InvariantCulture, $"/indicators/{at}/baselineYear"),
                }
            );
        return indicator with
        {
            Meaning = said.Meaning,
            BaselineYear =
                indicator.BaselineYear is null ? said.BaselineYear
                : said.BaselineYear is null || indicator.BaselineYear.Value == said.BaselineYear.Value
                    ? indicator.BaselineYear
                : null,
        };
    }

    private void Take(Line line)
    {
        if (!line.Text.Contains("民間資金", StringComparison.Ordinal))
            return;
        var match = Share().Match(Folding.Squeeze(line.Plain));
        if (!match.Success)
            return;
        var nth = int.Parse(match.Groups["nth"].Value, CultureInfo.InvariantCulture);
        var percent = decimal.Parse(
            match.Groups["percent"].Value,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
        Take(
            new ReadPrivateShare(
                nth,
                new Read<decimal>(percent, new Passage(line.Page, line.Number, line.Number, 0, line.Text))
            )
        );
    }

    /// <summary>A share beyond the whole, and a year with two shares, stay open.</summary>
    private void Take(ReadPrivateShare share)
    {
        var other = shares.Find(one => one.NthYear == share.NthYear);
        if (other is null && !open.Contains(share.NthYear) && share.Percent.Value <= 100)
            shares.Add(share);
        else if (other?.Percent.Value != share.Percent.Value && open.Add(share.NthYear))
        {
            shares.RemoveAll(one => one.NthYear == share.NthYear);
            findings.Add(
                new Finding("PLAN011", Severity.Warning, share.Percent.Evidence, share.Percent.Evidence.At.Text)
                {
                    Pointer = "/privateShares",
                }
            );
        }
    }

    [GeneratedRegex(
        @"^[・-]?民間資金の割合の目標:?(?<nth>[1-9]\d?)年目:?(?<percent>\d{1,3}(?:\.\d{1,10})?)%$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Share();
}
