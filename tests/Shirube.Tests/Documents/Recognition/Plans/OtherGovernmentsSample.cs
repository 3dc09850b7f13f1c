using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>Two made-up plans of other governments: a joint one of a city, a town and a village, and a donation plan.</summary>
internal static class OtherGovernmentsSample
{
    public const string JointTitle = "高原の恵みを未来へつなぐ広域観光推進計画";
    public const string JointProject = "高原の恵みを未来へつなぐ広域観光推進事業";
    public const string JointArea = "長野県茅野市並びに長野県諏訪郡富士見町及び原村の全域";
    public const string DonationTitle = "第２期糸島市まち・ひと・しごと創生推進計画";
    public const string DonationProject = "第２期糸島市まち・ひと・しごと創生推進事業";

    private const string Prose =
        "本地域は、豊かな自然環境と交通の便に恵まれ、農業と観光を基幹産業として発展してきたが、少子高齢化の進行に伴い、平成22年に98,164人であった人口は令和2年には91,203人まで減少した。";

    private static readonly RenderedTable Kpi = RenderedTable.Of(
        ["ＫＰＩ", "単位", "現状値（令和６年度）", "令和７年度", "令和８年度", "令和９年度"],
        ["観光消費額", "百万円", "412.5", "430", "455", "490"],
        ["新規就農者数", "人", "12", "15", "20", "25"]
    );

    private static readonly RenderedTable Verification = RenderedTable.Of(
        ["【地方公共団体名】", "【検証時期】", "【検証方法】", "【外部組織の参画者】", "【検証結果の公表の方法】"],
        [
            "長野県茅野市",
            "毎年度　10月",
            "「茅野市総合計画審議会」において、ＫＰＩの達成状況を検証する。",
            "商工会議所２名、信用金庫１名、大学１名の計４名",
            "市ホームページで公表",
        ],
        [
            "長野県諏訪郡富士見町",
            "毎年度　11月",
            "富士見町まち・ひと・しごと創生有識者会議による検証を行う。",
            "【産】２名、\n【学】１名、\n【金】１名",
            "町広報紙及び町ウェブサイトで公表",
        ],
        [
            "長野県諏訪郡原村",
            "毎年度　９月",
            "村総合戦略推進委員会で検証する。",
            "村商工会１名、農協１名の計２名",
            "村ホームページに掲載",
        ]
    );

    private static readonly IReadOnlyList<(string Heading, Block[] Blocks)> JointParts =
    [
        ("１　地域再生計画の名称", [new Paragraph(JointTitle)]),
        ("２　地域再生計画の作成主体の名称", [new Paragraph("長野県茅野市並びに長野県諏訪郡富士見町及び原村")]),
        ("３　地域再生計画の区域", [new Paragraph(JointArea)]),
        ("４　地域再生計画の目標", []),
        ("４－１　地方創生の実現における構造的な課題", [new Paragraph(Prose)]),
        ("４－２　地方創生として目指す将来像", [new Paragraph("四季を通じて人が訪れる圏域を目指す。"), Kpi]),
        ("５　地域再生を図るために行う事業", []),
        ("５－１　全体の概要", [new Paragraph("５－２の③及び５－３のとおり。")]),
        (
            "５－２　第５章の特別の措置を適用して行う事業",
            [new Paragraph("○　地方創生推進タイプ（内閣府）：【Ａ３００７】")]
        ),
        ("①　事業主体", [new Paragraph("２に同じ。")]),
        ("②　事業の名称", [new Paragraph(JointProject)]),
        ("③　事業の内容", [new Paragraph(Prose)]),
        (
            "④　事業が先導的であると認められる理由",
            [new Paragraph("【自立性】"), new Paragraph("入場料により自立する。")]
        ),
        ("⑥　評価の方法、時期及び体制", [Verification]),
        ("⑦　交付対象事業に要する経費", [new Paragraph("総事業費　128,400千円")]),
        ("⑧　事業実施期間", [new Paragraph("令和７年４月１日から令和10年３月31日まで")]),
        ("⑨　その他必要な事項", [new Paragraph("特になし。")]),
        ("６　計画期間", [new Paragraph("地域再生計画の認定の日から令和10年３月31日まで")]),
        ("７　目標の達成状況に係る評価に関する事項", []),
        ("７－１　目標の達成状況に係る評価の手法", [new Paragraph("５－２の⑥の【検証方法】に同じ。")]),
    ];

    private static readonly IReadOnlyList<(string Heading, Block[] Blocks)> DonationParts =
    [
        ("１　地域再生計画の名称", [new Paragraph(DonationTitle)]),
        ("２　地域再生計画の作成主体の名称", [new Paragraph("福岡県糸島市")]),
        ("３　地域再生計画の区域", [new Paragraph("福岡県糸島市の全域")]),
        ("４　地域再生計画の目標", [new Paragraph(Prose), new Paragraph("【数値目標】"), Kpi]),
        ("５　地域再生を図るために行う事業", []),
        ("５－１　全体の概要", [new Paragraph("５－２のとおり。")]),
        (
            "５－２　第５章の特別の措置を適用して行う事業",
            [
                new Paragraph(
                    "○　まち・ひと・しごと創生寄附活用事業に関連する寄附を行った法人に対する特例（内閣府）：【Ａ２００７】"
                ),
            ]
        ),
        ("①　事業の名称", [new Paragraph(DonationProject)]),
        ("②　事業の内容", [new Paragraph("ア　しごとをつくる事業"), new Paragraph("イ　人の流れをつくる事業")]),
        (
            "③　事業の実施状況に関する客観的な指標（重要業績評価指標（ＫＰＩ））",
            [new Paragraph("４の【数値目標】に同じ。")]
        ),
        ("④　寄附の金額の目安", [new Paragraph("2,500,000千円（2025年度～2029年度累計）")]),
        (
            "⑤　事業の評価の方法（ＰＤＣＡサイクル）",
            [
                new Paragraph(
                    "毎年度８月頃に外部有識者等で構成する糸島市まち・ひと・しごと創生会議による効果検証を行い、翌年度以降の取組方針を決定する。検証後速やかに糸島市公式ウェブサイト上で公表する。"
                ),
            ]
        ),
        ("⑥　事業実施期間", [new Paragraph("地域再生計画の認定の日から2030年３月31日まで")]),
        ("６　計画期間", [new Paragraph("地域再生計画の認定の日から2030年３月31日まで")]),
    ];

    /// <param name="layout">pages (paragraphs), headings, form (label and value side by side) or boxes (a frame below each label).</param>
    public static RenderedDocument Joint(string layout) => Lay(JointParts, layout);

    /// <inheritdoc cref="Joint"/>
    public static RenderedDocument Donation(string layout) => Lay(DonationParts, layout);

    private static RenderedDocument Lay(IReadOnlyList<(string Heading, Block[] Blocks)> parts, string layout) =>
        new([new Paragraph("地域再生計画"), .. parts.SelectMany(part => Lay(part.Heading, part.Blocks, layout))]);

    private static IEnumerable<Block> Lay(string heading, Block[] blocks, string layout)
    {
        var text = string.Join('\n', blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));
        var tables = blocks.OfType<RenderedTable>();
        return layout switch
        {
            "headings" => [new Heading(2, heading), .. blocks],
            "form" => [RenderedTable.Of([heading, text]) with { Widths = [50, 120] }, .. tables],
            "boxes" when text.Length > 0 => [new Paragraph(heading), RenderedTable.Of([text]), .. tables],
            _ => [new Paragraph(heading), .. blocks],
        };
    }
}
