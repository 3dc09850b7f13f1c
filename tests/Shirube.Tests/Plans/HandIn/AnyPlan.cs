using Shirube.Calendar;
using Shirube.Governments;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>
/// A plan made from a seed: odd titles, negative and long figures, dashes and 集計中, one to six years, one to four KPIs,
/// one to three authors, and texts with lists, brackets and lines that look like headings; in every form, with a policy
/// tree of any depth, a schedule and a funding plan.
/// </summary>
internal sealed class AnyPlan(int seed)
{
    private static readonly string[] Titles =
    [
        "日本最先端クラスのデジタル県推進事業",
        "Made in いせさき しごと創生プロジェクト",
        "「海・山・里」＆まち <3.0> 再生計画（第2期）",
        "2030年に向けた100人の移住計画",
        "<一> から始めるまちづくり計画 & 暮らし",
        "𠮷野川流域の再生〜水と緑〜",
        "計画期間を延ばす暮らし計画",
        "①から始める再生計画",
        "未来をつくる①②③計画",
    ];
    private static readonly (string Name, string Code)[] Governments =
    [
        ("群馬県", "100005"),
        ("群馬県桐生市", "102032"),
        ("群馬県伊勢崎市", "102041"),
        ("島根県隠岐郡海士町", "325252"),
        ("長野県", "200000"),
    ];
    private static readonly (string Name, string Unit)[] Indicators =
    [
        ("地域へのUIJターン就職者数", "人"),
        ("1人当たり県民所得", "千円"),
        ("転入超過数（社会増減）", "人"),
        ("宿泊者数［延べ］", "人泊"),
        ("製造品出荷額等の増加率", "％"),
        ("共創プロジェクト組成数", "件"),
        ("温室効果ガス排出量", "万t-CO2"),
        ("満足度（5段階評価）", "点"),
        ("企業進出数", "社"),
    ];
    private static readonly string[] Sentences =
    [
        "本県では、人口の減少と高齢化が進み、産業の担い手が不足している。",
        "移輸入収支はマイナスであり、「稼ぐ力」が弱い（特化係数0.4未満）。",
        "令和5年度の調査では、36.1%が「感じる」と答えた（R5.12時点1,007名）。",
        "（※）「DX白書2023」による。",
        "①新たな販路を獲得するため、企業の情報発信を支援する。",
        "②製品の付加価値を高める。",
        "・企業技術展の開催",
        "- 展示商談会の開催",
        "(1) 人材の育成",
        "ア　講座の開催",
        "【背景】",
        "【産業における課題】",
        "# 印のある行",
        "* 星印のある行",
        "| 縦線 | のある行 |",
        "5年間で取り組む。",
        "7年目以降も民間との協力を続け、10年目には40%相当を得ることを目指す。",
        "　一字下げた段落である。",
        "4-2に掲げる目標の達成に向けて、5-2の③のとおり取り組む。",
        "事業の内容は次のとおりである。",
        "C:\\data と <b>太字</b> と a_b*c と &amp; が混じる。",
        "KPIは2つである。",
        "１　全角の数字で始まる行",
        "6 計画の期間は長い。",
        "総事業費の約3.6%を民間資金とする。",
    ];

    private static readonly string[] LikeHeadings =
    [
        "4-2 地方創生として目指す将来像",
        "⑥ 評価の方法、時期及び体制",
        "③ 事業の内容",
        "5　地域再生を図るために行う事業",
        "③人材の確保",
        "④販路の拡大",
        "④ 製品の開発",
        "4-3 関係人口の拡大",
        "5-2-1 県の役割",
        "7-1　目標の達成状況に係る評価の手法",
        "計画期間",
        "事業期間 2024年4月1日から2025年3月31日まで",
        "○ 関係団体との連携",
        "総事業費 99,999 千円",
        "KPI① 観光客数 単位 人",
        "参考資料1",
        "【自立性】",
        "【地域間連携】",
        "【概要】",
        "【数値目標】",
        "別添　工程表",
    ];

    private static readonly string[] NodeNames =
    [
        "産業構造の転換",
        "稼ぐ力の向上と「人」への投資",
        "1人当たり所得を上げる",
        "デジタル人材の育成 （DX）",
        "①販路の開拓",
        "施策1の見直し",
        "持続可能なまち",
    ];
    private static readonly string[][] LevelNames =
    [
        ["基本理念", "基本方針", "施策", "事業"],
        ["政策", "施策"],
        ["柱"],
        ["将来像", "基本目標", "施策の方向", "主な取組", "事業", "細事業"],
    ];

    /// <summary>Words of heads, sums, numbers and brackets where a name stands.</summary>
    private static readonly string[] OddNames =
    [
        "合計",
        "累計",
        "目標値",
        "事業費",
        "【重点】観光客数",
        "【満足度】",
        "①販路の開拓数",
        "令和7年度",
        "3年目",
        "100",
        "指標2の達成数",
        "基準値",
        "延べ利用者数（人）",
        "-",
    ];

    private static readonly string[] Definitions =
    [
        "年度末に調べた数。",
        "入口で数えた人数の合計（延べ）\n複数の施設を使った人は一度だけ数える",
        "県の統計による。| 縦線 | と <b>印</b> を含む。",
        "KPI②のうち、移住した者の数",
        "12か月の平均",
    ];

    private readonly Random random = new(seed);

    /// <summary>Of what came later, so that a seed still makes the plan that it made before.</summary>
    private readonly Random odd = new(seed + 1_000);

    /// <summary>Lines worded like headings of the form, which only their marks tell from headings.</summary>
    public bool WithLinesLikeHeadings { get; init; } = true;

    /// <summary>What the figures of the KPIs mean, which the ministry's form has no place for.</summary>
    public bool WithMeaning { get; init; } = true;

    public PlanContent Make(PlanForm form = PlanForm.A3007)
    {
        var start = new DateOnly(random.Next(2022, 2027), random.Next(3) == 0 ? 10 : 4, 1);
        var years = random.Next(1, 7);
        var end = new DateOnly(FiscalYear.Of(start).Year + years, 3, 31);
        var authors = Authors();
        var passages = PlanContent.NoPassages.ToBuilder();
        passages["1"] = Pick(Titles);
        if (form.IsStatutory())
        {
            passages["3"] = $"{authors[0].Name}の全域";
            passages["5-2-2"] = Pick(Titles);
            passages["5-2-7"] = random.Next(4) == 0 ? "86,050,123円" : $"{random.Next(1000, 9_000_000):#,##0}千円";
            passages["6-end"] = $"{end.Year}年3月31日";
        }
        passages["5-2-8-start"] = $"{start.Year}年{start.Month}月{start.Day}日";
        passages["5-2-8-end"] = JapaneseDate.ToJapanese(end);
        foreach (var section in PlanOutline.Of(form).Where(section => section.Kind == SectionKind.Text))
        {
            if (section.Key != "3" && !(section.IsOptional && random.Next(2) == 0))
                passages[section.Key] = Text();
        }
        foreach (var author in form.IsStatutory() ? authors : [])
        {
            passages[PlanReview.KeyOf("5-2-6", author, "month")] = $"{random.Next(1, 13)}月";
            passages[PlanReview.KeyOf("5-2-6", author, "method")] = Odd(
                Pick([
                    "有識者会議において、KPIの達成状況を検証する。結果は翌年度の企画立案に反映させる。",
                    "外部有識者による検証機会を設け、KPIの達成状況を確認する。",
                ]),
                ["事務局が集計する。\n有識者会議が検証する。", "・集計\n・検証\nその後に公表する"]
            );
            passages[PlanReview.KeyOf("5-2-6", author, "participants")] = Odd(
                Pick([
                    "産業団体4名、銀行1名、労働団体1名、新聞社1名、大学等6名",
                    "学識経験者、商工会議所、金融懇話会、中部振興局",
                ]),
                [
                    "産業界、大学、金融機関、労働団体及び報道機関から選ばれた委員10名程度で構成する。",
                    "産：商工会議所\n学：県立大学\n金：地方銀行",
                    "県総合計画審議会",
                    "産業界 2人・金融 1人（計3人）",
                    "産業団体4名、銀行1名、合計5名",
                ]
            );
            passages[PlanReview.KeyOf("5-2-6", author, "publication")] = Odd(
                Pick(["県HPへ掲載", "市ホームページで公表"]),
                ["県HPへ掲載\n広報紙で周知", "議会に報告し、ウェブサイトで公表する。"]
            );
        }
        var indicators = Enumerable
            .Range(1, random.Next(1, 5))
            .Select(i => Indicator(i, FiscalYear.Of(start), years))
            .ToList();
        string[] levels = random.Next(2) == 0 ? [] : Pick(LevelNames);
        return new PlanContent
        {
            Form = form,
            Authors = authors,
            Passages = passages.ToImmutable(),
            Indicators = indicators,
            Levels = levels,
            Nodes = Nodes(indicators.Count),
            Links = Links(),
            Schedule = Schedule(start),
            Funding = Funding(FiscalYear.Of(start), years),
            PrivateShares = random.Next(2) == 0 ? [] : [new(6, 3.6m), new(10, 40)],
        };
    }

    private IReadOnlyList<PolicyNode> Nodes(int indicators)
    {
        var nodes = new List<PolicyNode>();
        if (random.Next(5) > 0)
            Below(null, 0, random.Next(1, 5), random.Next(1, 6));
        return nodes;

        void Below(int? parent, int depth, int siblings, int most)
        {
            for (var i = 0; i < siblings; i++)
            {
                // Numbers of parts have gaps and no order.
                var node = new PolicyNode(
                    1000 - (nodes.Count * 3),
                    parent,
                    Odd(Pick(NodeNames), OddNames),
                    random.Next(2) == 0 ? "" : PassageText.Tidy($"{Pick(Sentences)}\n{Pick(Sentences)}"),
                    random.Next(4) == 0 ? random.Next(2, 20) / 4m : null
                )
                {
                    Indicators =
                    [
                        .. Enumerable
                            .Range(1, indicators)
                            .Where(_ => random.Next(4) == 0)
                            .Select(n => new NodeIndicator(n, random.Next(3) == 0 ? random.Next(2, 9) / 2m : null)),
                    ],
                    Links = random.Next(6) == 0 ? Links() : [],
                };
                nodes.Add(node);
                if (depth + 1 < most && random.Next(3) > 0)
                    Below(node.Number, depth + 1, random.Next(1, 4), most);
            }
        }
    }

    private IReadOnlyList<PlanLink> Links() =>
        random.Next(2) == 0
            ? []
            :
            [
                new(PlanRelation.Above, "第2期総合計画（2024-2033）", null),
                new(PlanRelation.Ordinance, "まちづくり基本条例", null),
            ];

    private IReadOnlyList<ScheduleItem> Schedule(DateOnly start) =>
        [
            .. Enumerable
                .Range(1, random.Next(0, 5))
                .Select(i =>
                {
                    var from = start.AddMonths(random.Next(0, 40));
                    return new ScheduleItem(
                        i * 7,
                        Odd(Pick(NodeNames), OddNames),
                        from,
                        from.AddMonths(random.Next(0, 30)),
                        random.Next(2) == 0 ? "" : Pick(["担当：企画課", "（一部は民間が担う）", "2期に分ける"])
                    );
                }),
        ];

    private IReadOnlyList<FundingAmount> Funding(FiscalYear first, int years) =>
        random.Next(3) == 0
            ? []
            :
            [
                .. from year in Enumerable.Range(0, years)
                from source in FundingPlan.Sources
                where random.Next(3) > 0
                select new FundingAmount(
                    first + year,
                    source,
                    random.Next(4) == 0 ? random.Next(1, 90_000_000) : random.Next(1, 90_000) * 1000m
                ),
            ];

    private IReadOnlyList<PlanAuthor> Authors() =>
        [
            .. Governments
                .OrderBy(_ => random.Next())
                .Take(random.Next(1, 4))
                .OrderBy(one => one.Code, StringComparer.Ordinal)
                .Select((one, i) => new PlanAuthor(i + 1, one.Name, GovernmentCode.Parse(one.Code))),
        ];

    private PlanIndicator Indicator(int number, FiscalYear first, int years)
    {
        var (name, unit) = Indicators[(number + seed) % Indicators.Length];
        if (odd.Next(4) == 0)
            name = OddNames[(number + seed) % OddNames.Length];
        var direction = odd.Next(2) == 0 ? (Direction?)odd.Next(3) : null;
        var indicator = new PlanIndicator
        {
            Number = number,
            Name = name,
            Unit = unit,
            Basis = odd.Next(2) == 0 ? (TargetBasis)odd.Next(4) : null,
            Direction = direction,
            RangeLow = direction == Direction.Range ? odd.Next(-20, 20) / 4m : null,
            RangeHigh = direction == Direction.Range && odd.Next(4) > 0 ? 5 + odd.Next(1, 9_000) : null,
            BaselineYear = odd.Next(3) == 0 ? first + odd.Next(-4, 1) : null,
            Definition = odd.Next(3) == 0 ? Definitions[odd.Next(Definitions.Length)] : "",
            Baseline = PlanFigure.Of(Figure() is var figure && odd.Next(6) == 0 ? "-" : figure),
            Targets = [.. Enumerable.Range(0, years).Select(i => new PlanTarget(first + i, PlanFigure.Of(Figure())))],
        };
        return WithMeaning
            ? indicator
            : indicator with
            {
                Basis = null,
                Direction = null,
                RangeLow = null,
                RangeHigh = null,
                BaselineYear = null,
                Definition = "",
            };
    }

    private string Figure() =>
        random.Next(8) switch
        {
            0 => "▲338",
            1 => $"{random.Next(1, 99)}.{random.Next(1, 99):00}",
            2 => $"{random.Next(1, 9)}.{random.Next(1, 9)}{random.Next(1, 9)}{random.Next(1, 9)}",
            3 => "0",
            4 when random.Next(4) == 0 => "集計中",
            _ => $"{random.Next(1, 90_000):#,##0}",
        };

    private string Text()
    {
        var lines = new List<string>();
        for (var i = random.Next(1, 9); i > 0; i--)
        {
            lines.Add(Pick(WithLinesLikeHeadings && random.Next(4) == 0 ? LikeHeadings : Sentences));
            if (random.Next(8) == 0)
                lines[^1] = string.Concat(Enumerable.Repeat(Sentences[0], 3));
            if (random.Next(3) == 0)
                lines.Add("");
        }
        lines.Add(Sentences[0]);
        return PassageText.Tidy(string.Join('\n', lines));
    }

    private T Pick<T>(T[] of) => of[random.Next(of.Length)];

    /// <summary>Now and then one of the others instead.</summary>
    private string Odd(string usual, string[] others) => odd.Next(4) == 0 ? others[odd.Next(others.Length)] : usual;
}
