using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>A made-up plan of which every value is known, written in the layouts that governments use.</summary>
internal sealed record PlanSample
{
    public string Title { get; init; } = "霧降町里山まるごと仕事づくりプロジェクト";
    public string Authors { get; init; } = "長野県、長野県松本市";
    public string Area { get; init; } = "長野県松本市の全域";
    public string Measure { get; init; } = "○　地方創生推進タイプ（内閣府）：【Ａ３００７】";
    public string ProjectName { get; init; } = "霧降町里山まるごと仕事づくりプロジェクト";
    public string Cost { get; init; } = "総事業費　54,321千円";
    public string ProjectPeriod { get; init; } = "2023年４月１日から2028年３月31日まで";
    public string PlanPeriod { get; init; } = "地域再生計画の認定の日から2028年３月31日まで";
    public string Evaluation { get; init; } =
        "【検証時期】\n毎年度７月\n【検証方法】\n里山創生有識者会議により検証する。\n【外部組織の参画者】\n商工会２名、信用金庫１名の計３名\n【検証結果の公表の方法】\n県ホームページで公表";

    /// <summary>Headings and values of the statutory form in order.</summary>
    public IReadOnlyList<(string Heading, string Value)> Parts =>
        [
            ("１　地域再生計画の名称", Title),
            ("２　地域再生計画の作成主体の名称", Authors),
            ("３　地域再生計画の区域", Area),
            ("４　地域再生計画の目標", ""),
            (
                "４－１　地方創生の実現における構造的な課題",
                "本町では若者の流出が続き、効果検証でも仕事の少なさが指摘されている。"
            ),
            ("４－２　地方創生として目指す将来像", "里山の資源を生かした仕事が次々と生まれる町を目指す。"),
            ("５　地域再生を図るために行う事業", ""),
            ("５－１　全体の概要", "５－２の③及び５－３のとおり。"),
            ("５－２　第５章の特別の措置を適用して行う事業", Measure),
            ("①　事業主体", "２に同じ。"),
            ("②　事業の名称", ProjectName),
            ("③　事業の内容", "空き家を工房に改修し、林業と観光をつなぐ人材を育てる。"),
            ("⑥　評価の方法、時期及び体制", Evaluation),
            ("⑦　交付対象事業に要する経費", Cost),
            ("⑧　事業実施期間", ProjectPeriod),
            ("⑨　その他必要な事項", "特になし。"),
            ("５－３　その他の事業", ""),
            ("５－３－２　支援措置によらない独自の取組", "該当なし。"),
            ("６　計画期間", PlanPeriod),
            ("７　目標の達成状況に係る評価に関する事項", ""),
            ("７－１　目標の達成状況に係る評価の手法", "５－２の⑥の【検証方法】及び【外部組織の参画者】に同じ。"),
        ];

    public string ToText() =>
        string.Join(
            "\n\n",
            Parts.SelectMany(part => new[] { part.Heading, part.Value }).Where(text => text.Length > 0)
        );

    /// <summary>Each heading in one cell and its value in the next.</summary>
    public RenderedDocument AsForm() =>
        new(
            new Heading(1, "地域再生計画"),
            RenderedTable.Of([.. Parts.Select(part => new RenderedCell[] { part.Heading, part.Value })])
        );

    /// <summary>Headings and paragraphs, as word processors make them.</summary>
    public RenderedDocument AsPages() =>
        new([
            new Heading(1, "地域再生計画"),
            .. Parts.SelectMany(part =>
                new Block[] { new Paragraph(part.Heading) }.Concat(
                    part.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Paragraph(line))
                )
            ),
        ])
        {
            PageNumbers = true,
        };

    public Reading Read() => ReadText(ToText());

    public static Reading ReadText(string text) => Read("plan.txt", Encoding.UTF8.GetBytes(text));

    public static Reading Read(string name, byte[] content) => Recogniser.Read(DocumentReader.Read(name, content));
}
