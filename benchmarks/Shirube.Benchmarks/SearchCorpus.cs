using System.Globalization;
using System.Text;
using Shirube.Governments;
using Shirube.Search;

namespace Shirube.Benchmarks;

/// <summary>
/// Plans that nobody made, of 20,000 characters each: chapters of sentences whose words are as unevenly common as words
/// are, with the names of the government, KPIs and measures. The same number makes the same plan.
/// </summary>
internal sealed class SearchCorpus
{
    private const int Chapters = 16;
    private const int ChapterLength = 1200;

    private static readonly string[] Common =
    [
        .. (
            "地域 計画 事業 本市 人口 産業 企業 雇用 移住 定住 観光 交流 関係人口 若者 子育て 教育 福祉 医療 交通 防災 環境 農業 林業 "
            + "商店街 中心市街地 空き家 学校 大学 高校 住民 市民 団体 行政 連携 支援 整備 推進 育成 創出 促進 確保 活用 向上 強化 改善 "
            + "拠点 施設 講座 研修 相談会 イベント デジタル データ システム サービス ネットワーク プラットフォーム ワーケーション "
            + "テレワーク スタートアップ イノベーション コミュニティ ブランド マーケティング ＤＸ ＩＣＴ ＫＰＩ ＡＩ 補助金 交付金 寄附 "
            + "重要業績評価指標 地域再生計画 地方創生 総合戦略 事業費 効果検証 外部有識者 目標値 実績値 令和６年度 令和７年度 計画期間"
        ).Split(' '),
    ];

    private static readonly string[] Verbs =
    [
        .. "整備する 推進する 支援する 育成する 創出する 図る 進める 行う 実施する 開催する 検証する 公表する 目指す つなげる 高める 見直す".Split(
            ' '
        ),
    ];

    private static readonly string[] Fixed =
    [
        "地域再生計画の認定の日から令和９年３月31日までとする。",
        "事業の実施状況に関する客観的な指標（重要業績評価指標（KPI））は次のとおりである。",
        "毎年度、外部有識者による効果検証を行い、その結果を本市のホームページで公表する。",
        "若い世代の転出が続いており、学びと仕事の場を地域の中につくることが課題となっている。",
    ];

    private readonly string[] words;
    private readonly IReadOnlyList<Government> governments = [.. GovernmentDirectory.All];

    public SearchCorpus(int seed)
    {
        var random = new Random(seed);
        var signs = Common.SelectMany(word => word).Where(c => c is >= '\u4E00' and <= '\u9FFF').Distinct().ToArray();
        var rare = new HashSet<string>(StringComparer.Ordinal);
        while (rare.Count < 20_000)
        {
            var length = random.Next(2, 5);
            rare.Add(string.Concat(Enumerable.Range(0, length).Select(_ => Sign(random, signs))));
        }
        words = [.. Common, .. rare];
    }

    /// <summary>The numbered plan of a government: its passages as the index holds those of a document.</summary>
    public IndexedSubject Plan(int government, int number)
    {
        var of = governments[government % governments.Count];
        var random = new Random((government * 1009) + number);
        var entries = new List<SearchEntry>
        {
            new(SearchKind.Title, "/title", $"{of.FullName}{Word(random)}{Word(random)}{Word(random)}推進計画"),
            new(SearchKind.Project, "/projectName", $"{Word(random)}{Word(random)}による{Word(random)}創生事業"),
        };
        for (var i = 0; i < 8; i++)
            entries.Add(
                new(
                    SearchKind.Indicator,
                    Place("indicators", i, "name"),
                    $"{Word(random)}{Word(random)}の{(i % 2 == 0 ? "利用者数" : "件数")}"
                )
            );
        for (var i = 0; i < Chapters; i++)
        {
            entries.Add(
                new(SearchKind.Chapter, Place("chapters", i, "title"), $"{i + 1} {Word(random)}の{Word(random)}")
            );
            entries.Add(new(SearchKind.Chapter, Place("chapters", i, "text"), Text(random, of.FullName)));
        }
        var at = DateTimeOffset.UnixEpoch.AddDays(20_000 + random.Next(2000)).AddSeconds(government);
        var first = 2020 + random.Next(6);
        return new(
            new SubjectKey(of.Code, SearchSubject.Document, number, 1),
            at,
            true,
            (first, first + random.Next(3, 6)),
            entries
        );
    }

    private string Text(Random random, string name)
    {
        var text = new StringBuilder(ChapterLength + 100);
        while (text.Length < ChapterLength)
        {
            if (random.Next(40) == 0)
                text.Append(Fixed[random.Next(Fixed.Length)]);
            else
                Sentence(text, random, name);
            if (random.Next(6) == 0)
                text.Append('\n');
        }
        return text.ToString();
    }

    private void Sentence(StringBuilder text, Random random, string name)
    {
        text.Append(random.Next(12) == 0 ? name : Word(random)).Append(random.Next(2) == 0 ? "では、" : "は、");
        for (var i = random.Next(1, 4); i >= 0; i--)
            text.Append(Word(random)).Append("のをとやに"[random.Next(5)]).Append(Word(random));
        text.Append('を').Append(Verbs[random.Next(Verbs.Length)]).Append('。');
    }

    /// <summary>Three of five words are of the hundred common ones; of the rest, one is met ten thousand times as often as another.</summary>
    private string Word(Random random) =>
        random.Next(5) < 3
            ? words[(int)(Common.Length * Math.Pow(random.NextDouble(), 2))]
            : words[Common.Length + (int)((words.Length - Common.Length) * Math.Pow(random.NextDouble(), 3))];

    /// <summary>Half of the signs of rare words are of common ones, the other half any ideograph.</summary>
    private static char Sign(Random random, char[] common) =>
        random.Next(2) == 0 ? common[random.Next(common.Length)] : (char)(0x4E00 + random.Next(6000));

    private static string Place(string list, int at, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"/{list}/{at}/{field}");
}
