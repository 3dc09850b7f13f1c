using Shirube.Documents.Writing;

namespace Shirube.Tests.Documents.Writing;

/// <summary>A document with every kind of block, and signs that a format may stumble over.</summary>
internal static class SampleDocument
{
    public static WrittenDocument Make(WrittenPaper paper = WrittenPaper.A4) =>
        new(
            "計画 <一> & \"二\"",
            [
                new WrittenHeading(1, "地域再生計画 <案> & 別紙"),
                new WrittenHeading(2, "1　地域再生計画の名称"),
                new WrittenParagraph([
                    new WrittenRun("変わらない"),
                    new WrittenRun("移輸入収支") { IsUnderlined = true },
                    new WrittenRun("が、") { IsBold = true },
                    new WrittenRun("続く。\n次の行\u0001。"),
                ]),
                new WrittenParagraph("右") { Alignment = WrittenAlignment.End },
                new WrittenParagraph("二字下げ") { Indent = 2 },
                Grid(),
                Grid(),
                new WrittenPageBreak(),
                new WrittenHeading(2, "2　次のページ"),
                new WrittenParagraph("𠮷野家 𩸽 と \ud800 の欠片"),
            ]
        )
        {
            Paper = paper,
            RunningHead = "【資料 \"1\"】",
        };

    private static WrittenTable Grid() =>
        new([
            new WrittenRow([
                new WrittenCell("指標") { RowSpan = 2, IsHead = true },
                new WrittenCell("増加分") { ColumnSpan = 2, IsHead = true },
            ]),
            new WrittenRow([new WrittenCell("2024年度\n(1年目)"), new WrittenCell("2025年度")]),
            new WrittenRow([
                new WrittenCell("利用者数") { IsHead = true },
                WrittenCell.Of(-338m, 2),
                WrittenCell.Of(7520.5m, 2),
            ]),
            new WrittenRow([
                new WrittenCell([new WrittenParagraph("一"), new WrittenParagraph("二")]) { RowSpan = 2 },
                new WrittenCell("-"),
                new WrittenCell("集計中"),
            ]),
            new WrittenRow([new WrittenCell("=1+1") { ColumnSpan = 2 }]),
        ])
        {
            HeadRows = 2,
            Widths = [4, 3, 3],
            Caption = "数値目標",
        };
}
