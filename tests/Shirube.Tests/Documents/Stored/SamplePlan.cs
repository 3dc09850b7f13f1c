using System.Text;
using Shirube.Documents.Stored;

namespace Shirube.Tests.Documents.Stored;

/// <summary>A small plan, as a person would type it.</summary>
internal static class SamplePlan
{
    private const string Text = """
        # 地域再生計画

        ## 1 地域再生計画の名称

        {NAME}

        ## 2 地域再生計画の作成主体の名称

        {AUTHOR}

        ## 3 地域再生計画の区域

        群馬県の全域

        ## 4 地域再生計画の目標

        ### 4-3 数値目標

        | KPI | 単位 | 事業開始前（現時点） | 2025年度増加分 | 2026年度増加分 | KPI増加分の累計 |
        | --- | --- | ---: | ---: | ---: | ---: |
        | 学習拠点の利用者数 | 人 | 1,200 | {FIRST} | 400 | 700 |
        | 共創プロジェクト数 | 件 | 0 | 3 | 5 | 8 |

        ## 6 計画期間

        地域再生計画の認定の日から令和9年3月31日まで
        """;

    public static ImportedFile File(
        string name = "学びの拠点づくり計画",
        string author = "群馬県",
        string first = "300"
    ) =>
        new(
            "plan.md",
            Encoding.UTF8.GetBytes(
                Text.Replace("{NAME}", name, StringComparison.Ordinal)
                    .Replace("{AUTHOR}", author, StringComparison.Ordinal)
                    .Replace("{FIRST}", first, StringComparison.Ordinal)
            )
        );

    /// <summary>The same file with other words in it.</summary>
    public static ImportedFile With(this ImportedFile file, Func<string, string> change) =>
        file with
        {
            Content = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(file.Content))),
        };

    public static string SwapIndicators(string text)
    {
        var lines = text.Split('\n').ToList();
        var first = lines.FindIndex(line => line.Contains("学習拠点の利用者数", StringComparison.Ordinal));
        (lines[first], lines[first + 1]) = (lines[first + 1], lines[first]);
        return string.Join('\n', lines);
    }
}
