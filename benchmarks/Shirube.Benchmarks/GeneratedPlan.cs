using System.Globalization;
using System.Text;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Permissions;

namespace Shirube.Benchmarks;

/// <summary>Plans that nobody made: the usual chapters, prose and ruled tables, as long as a benchmark wants them.</summary>
internal static class GeneratedPlan
{
    private const string Prose =
        "本市では、若い世代の転出が続いており、学びと仕事の場を地域の中につくることが課題となっている。"
        + "このため、廃校となった校舎を改修し、企業、大学、高校及び市民団体が共同で運営する拠点を整備する。"
        + "拠点では、講座の開催、試作のための機器の貸出し、企業との相談会を行い、得られた成果を年度ごとに検証する。";

    /// <summary>One section a page, each with prose and a table of twelve rows.</summary>
    public static string Html(int pages)
    {
        var html = new StringBuilder(
            "<!DOCTYPE html><meta charset=\"utf-8\"><style>@page{size:A4;margin:20mm}section{break-after:page;font-size:9pt}"
                + "table{border-collapse:collapse;width:100%}td,th{border:.5pt solid}</style>"
                + "<h1>地域再生計画</h1><h2>１ 地域再生計画の名称</h2><p>見本市学びと仕事の循環づくり計画</p>"
        );
        for (var page = 0; page < pages; page++)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<section><h2>{(page / 10) + 1}-{(page % 10) + 1} 事業の内容</h2>"
            );
            for (var i = 0; i < 6; i++)
                html.Append(CultureInfo.InvariantCulture, $"<p>（{i + 1}）{Prose}{Prose}</p>");
            html.Append("<table><tr><th>項目<th>単位<th>令和５年度<th>令和６年度<th>令和７年度<th>令和８年度");
            for (var row = 0; row < 12; row++)
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>取組{row + 1}の参加者数<td>人<td>{row * 31:N0}<td>{(row + page) * 101:N0}<td>{(row + page) * 207:N0}<td>{(row + page) * 311:N0}"
                );
            html.Append("</table></section>");
        }
        return html.ToString();
    }

    /// <summary>Imports the file as the command does, for the government that it names.</summary>
    public static async Task<ImportOutcome> ImportAsync(Store store, ImportedFile file)
    {
        var read = await ReadFile.ReadAsync(file);
        var asker = Asker.Installer(read.Government.Code, "benchmark");
        await using var db = store.NewContext(asker.Scope);
        return await new ImportDocument(db, TimeProvider.System).ExecuteAsync(asker, read);
    }

    /// <summary>A short plan as text with three KPIs; every number makes another document.</summary>
    public static byte[] Text(int number) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                地域再生計画

                １ 地域再生計画の名称
                第{number}次学びと仕事の循環づくり計画

                ２ 地域再生計画の作成主体の名称
                群馬県

                ３ 地域再生計画の区域
                群馬県の全域

                ４ 地域再生計画の目標
                {Prose}{Prose}

                ５ 地域再生を図るために行う事業
                ５－１ 全体の概要
                {Prose}
                ５－２ 第５章の特別の措置を適用して行う事業
                ② 事業の名称
                学びと仕事の循環づくり事業
                ③ 事業の実施状況に関する客観的な指標（重要業績評価指標（KPI））

                | 指標 | 単位 | 事業開始前 | 令和６年度増加分 | 令和７年度増加分 | 令和８年度増加分 | 累計 |
                |---|---|---|---|---|---|---|
                | KPI① 講座の受講者数 | 人 | 0 | {number} | {number + 10} | {number + 20} | {(number * 3) + 30} |
                | KPI② 共同開発の件数 | 件 | 2 | 1 | 2 | 3 | 6 |
                | KPI③ 拠点の利用者数 | 人 | 120 | 30 | 40 | 50 | 120 |

                ⑤ 外部組織による検証
                毎年度９月に、産官学金労言の委員で構成する委員会が検証する。

                ６ 計画期間
                地域再生計画の認定の日から令和９年３月31日まで

                ７ 目標の達成状況に係る評価に関する事項
                毎年度、ホームページで公表する。
                """
            )
        );
}
