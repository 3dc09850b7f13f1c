using System.Globalization;
using Shirube.Documents.Recognition.Indicators;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>KPIs whose truth is known, so that any layout of them can be drawn and read back.</summary>
internal sealed record KnownIndicator(
    int No,
    string Name,
    string Unit,
    string? Baseline,
    string[] Figures,
    string? Total
);

internal sealed record KnownIndicators(string Government, int FirstYear, KnownIndicator[] Items)
{
    public static readonly KnownIndicators[] All =
    [
        new(
            "群馬県",
            2024,
            [
                new(
                    1,
                    "地域へのUIJターン就職者数",
                    "人",
                    "1,600.00",
                    ["1,800.00", "1,900.00", "2,000.00", "2,000.00", "2,000.00", "-"],
                    "9,700.00"
                ),
                new(
                    2,
                    "デジタルクリエイティブ企業の進出数",
                    "社",
                    "0.00",
                    ["4.00", "4.00", "4.00", "4.00", "4.00", "-"],
                    "20.00"
                ),
                new(3, "共創プロジェクト組成数", "件", "0.00", ["6.00", "6.00", "6.00", "6.00", "6.00", "-"], "30.00"),
                new(
                    4,
                    "年間利用者数",
                    "人",
                    "0.00",
                    ["0.00", "4,340.00", "7,520.00", "8,460.00", "9,400.00", "-"],
                    "29,720.00"
                ),
            ]
        ),
        new(
            "群馬県伊勢崎市",
            2022,
            [
                new(
                    1,
                    "売上高の伸びた企業の数",
                    "社",
                    "11,788.00",
                    ["237.00", "237.00", "638.00", "200.00", "200.00", "-"],
                    "1,512.00"
                ),
                new(2, "契約数", "件", "0.00", ["10.00", "10.00", "10.00", "1.00", "1.00", "-"], "32.00"),
                new(3, "新製品の開発数", "件", "0.00", ["5.00", "5.00", "6.00", "1.00", "1.00", "-"], "18.00"),
                new(
                    4,
                    "移住相談会等の参加者数",
                    "人",
                    "228.00",
                    ["9.00", "9.00", "14.00", "16.00", "21.00", "-"],
                    "69.00"
                ),
            ]
        ),
        new(
            "長野県飯山市",
            2025,
            [
                new(1, "社会増減数", "人", "▲338", ["▲300", "▲250", "▲120", "0", "15"], "▲655"),
                new(2, "15～49歳女性の就業率", "％", "67.4", ["0.8", "0.8", "1.2", "▲0.1", "0"], "2.7"),
                new(3, "観光消費額", "百万円", null, ["120", "集計中", "2,025", "2,026", "2,027"], null),
            ]
        ),
        new(
            "高知県四万十町",
            2023,
            [
                new(1, "1人当たり家計所得", "万円", "集計中", ["318.8", "320.1", "集計中", "－"], "638.9"),
                new(2, "温室効果ガス削減量", "t-CO2", "0", ["12.345", "0", "―", "1,000,000"], "1,000,012.345"),
            ]
        ),
    ];

    public int Years => Items[0].Figures.Length;

    /// <summary>Every value that a reading holds must be the true one; what it leaves out must be told by a finding.</summary>
    public void ShouldNotBeMisread(IndicatorProposal proposal, string because)
    {
        proposal.Indicators.Count.ShouldBe(Items.Length, because);
        foreach (var (known, read) in Items.Zip(proposal.Indicators.OrderBy(indicator => indicator.No)))
        {
            var where = $"{because}: {known.Name}";
            read.No.ShouldBe(known.No, where);
            read.Name?.Value.ShouldBe(known.Name, where);
            read.Unit?.Value.ShouldBe(known.Unit, where);
            (read.Baseline?.Value).ShouldBe(NumberOf(known.Baseline), where);
            (read.Total?.Value).ShouldBe(NumberOf(known.Total), where);
            foreach (var figure in read.Targets)
            {
                var printed = known.Figures[figure.Year.Year - FirstYear];
                if (figure.Figure is { } value)
                    ((decimal?)value.Value).ShouldBe(NumberOf(printed), where);
                else if (NumberOf(printed) is not null)
                    proposal.Findings.ShouldNotBeEmpty(where);
            }
            read.Actuals.ShouldBeEmpty(where);
        }
    }

    /// <summary>What a reading says and the document does not, in words; what it leaves out is no wrong value.</summary>
    public IReadOnlyList<string> WrongValues(IndicatorProposal proposal)
    {
        var wrong = new List<string>();
        foreach (var read in proposal.Indicators)
        {
            if (Items.SingleOrDefault(item => item.No == read.No) is not { } known)
            {
                wrong.Add($"{read.No} is no KPI");
                continue;
            }
            Check(wrong, known, "name", read.Name?.Value ?? known.Name, known.Name);
            Check(wrong, known, "unit", read.Unit?.Value ?? known.Unit, known.Unit);
            Check(wrong, known, "baseline", read.Baseline?.Value ?? NumberOf(known.Baseline), NumberOf(known.Baseline));
            Check(wrong, known, "total", read.Total?.Value ?? NumberOf(known.Total), NumberOf(known.Total));
            foreach (var figure in read.Targets)
            {
                var index = figure.Year.Year - FirstYear;
                var printed = index >= 0 && index < Years ? NumberOf(known.Figures[index]) : null;
                Check(wrong, known, $"{figure.Year}", figure.Figure?.Value ?? printed, printed);
            }
            wrong.AddRange(read.Actuals.Select(actual => $"{known.No} actual {actual.Figure?.Value}"));
        }
        return wrong;
    }

    private static void Check<T>(List<string> wrong, KnownIndicator known, string place, T read, T printed)
    {
        if (!Equals(read, printed))
            wrong.Add($"{known.No} {place}: {read} for {printed}");
    }

    /// <summary>The share of figures, names and units that a reading holds, 1 for all.</summary>
    public double Share(IndicatorProposal proposal)
    {
        var wanted = Items.Sum(item => 2 + item.Figures.Count(text => NumberOf(text) is not null));
        var found = proposal.Indicators.Sum(read =>
            (read.Name is null ? 0 : 1)
            + (read.Unit is null ? 0 : 1)
            + read.Targets.Count(figure => figure.Figure is not null)
        );
        return (double)found / wanted;
    }

    public static decimal? NumberOf(string? text)
    {
        if (text is null or "集計中" or "-" or "－" or "―")
            return null;
        return decimal.Parse(text.Replace('▲', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
