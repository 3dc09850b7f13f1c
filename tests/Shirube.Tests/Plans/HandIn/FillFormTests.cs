using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Writing;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Plans.HandIn;

public class FillFormTests
{
    private static readonly PlanContent Plan = new AnyPlan(5)
    {
        WithLinesLikeHeadings = false,
        WithMeaning = false,
    }.Make();

    public static TheoryData<string> Word => ["printed", "libre"];

    [Theory]
    [MemberData(nameof(Word))]
    public void Into_WordForm_FillsWhatShirubeReadsAgain(string maker)
    {
        var empty = maker == "printed" ? EmptyForms.PrintedWord() : EmptyForms.LibreWord();

        var filled = FillForm.Into(Plan, "様式.docx", empty);

        filled.Fault.ShouldBeNull();
        filled.Unsure.ShouldBeEmpty();
        var read = ReadPlan.Of(Recogniser.Read(DocumentReader.Read("様式.docx", filled.Content!)), Plan.Form, []);
        var asked = new[]
        {
            "1",
            "3",
            "4-1",
            "4-2-summary",
            "5-2-2",
            "5-2-3",
            "5-2-7",
            "5-2-8-start",
            "5-2-8-end",
            "6-end",
        };
        var written = Plan with
        {
            Nodes = [],
            Links = [],
            Schedule = [],
            Funding = [],
            PrivateShares = [],
            Passages = Plan.Passages.RemoveRange(
                Plan.Passages.Keys.Where(key =>
                    !asked.Contains(key) && !key.StartsWith("5-2-6", StringComparison.Ordinal)
                )
            ),
        };
        ReadBack.Differences(written, read).ShouldBeEmpty();
        OthersShouldBeUntouched(empty, filled.Content!, "word/document.xml");
    }

    [Fact]
    public void Into_WordFormWithControls_FillsCellsAndControl()
    {
        var empty = EmptyForms.ControlledWord();

        var filled = FillForm.Into(Plan, "様式.docx", empty);

        filled.Fault.ShouldBeNull();
        filled
            .Places.Select(place => place.Name)
            .ShouldBe(
                [
                    "地域再生計画の名称",
                    "地域再生計画の作成主体の名称",
                    "地域再生計画の区域",
                    "事業の内容",
                    "交付対象事業に要する経費",
                    "事業実施期間",
                ],
                ignoreOrder: true
            );
        filled.Missing.ShouldContain("地方創生の実現における構造的な課題");
        OthersShouldBeUntouched(empty, filled.Content!, "word/document.xml");
        var document = Part(filled.Content!, "word/document.xml");
        document.ShouldNotContain("showingPlcHdr");
        document.ShouldNotContain("PlaceholderText");
        document.ShouldContain("この様式は変えないこと。");
        var text = PdfText.Of(LibreOffice.Convert([filled.Content!], "docx")[0]);
        text.ShouldContain(Plan["1"][..6]);
        text.ShouldContain("別記様式第");
    }

    [Fact]
    public void Into_ExcelForm_FillsCellsAndLeavesTheRest()
    {
        var empty = EmptyForms.GuardedExcel();

        var filled = FillForm.Into(Plan, "様式.xlsx", empty);

        filled.Fault.ShouldBeNull();
        OthersShouldBeUntouched(empty, filled.Content!, "xl/workbook.xml", "xl/worksheets/sheet1.xml");
        var (before, after) = (
            Part(empty, "xl/worksheets/sheet1.xml"),
            Part(filled.Content!, "xl/worksheets/sheet1.xml")
        );
        after[after.IndexOf("<x:mergeCells", StringComparison.Ordinal)..]
            .ShouldBe(before[before.IndexOf("<x:mergeCells", StringComparison.Ordinal)..]);
        Part(filled.Content!, "xl/workbook.xml").ShouldContain("fullCalcOnLoad=\"1\"");
        filled.Places.Select(place => place.Where).ShouldContain("様式!C2");
        filled
            .Places.Select(place => place.Where)
            .ShouldContain("様式!H8", "cells that the file leaves out are put in");
        filled
            .Places.Select(place => place.Where)
            .ShouldNotContain(where => where.StartsWith("リスト", StringComparison.Ordinal));
        var csv = Encoding.UTF8.GetString(LibreOffice.Convert([filled.Content!], "xlsx", LibreOffice.Csv)[0]);
        csv.ShouldContain(Plan["1"]);
        csv.ShouldContain(string.Join('、', Plan.Authors.Select(author => author.Name)));
    }

    [Fact]
    public void Into_ExcelFormOfLibreOffice_FillsKpisAndDates()
    {
        var empty = EmptyForms.LibreExcel();

        var filled = FillForm.Into(Plan, "様式.xlsx", empty);

        filled.Fault.ShouldBeNull();
        filled.Unsure.ShouldBeEmpty();
        OthersShouldBeUntouched(empty, filled.Content!, "xl/worksheets/sheet1.xml");
        var read = ReadPlan.Of(Recogniser.Read(DocumentReader.Read("様式.xlsx", filled.Content!)), Plan.Form, []);
        ReadBack
            .Differences(Plan, read)
            .Where(difference => difference.Place.StartsWith("/plan/indicators", StringComparison.Ordinal))
            .ShouldBeEmpty();
        read[PlanOutline.Title].ShouldBe(Plan[PlanOutline.Title]);
        read.Facts.CostYen.ShouldBe(Plan.Facts.CostYen);
    }

    [Fact]
    public void Into_AnotherFile_FillsNothingAndSaysWhatWasLookedFor()
    {
        var other = WordWriter.Write(SomeLetter());

        var filled = FillForm.Into(Plan, "手紙.docx", other);

        filled.Content.ShouldBeNull();
        filled.Fault!.Code.ShouldBe("FORM005");
        Shirube.Faults.FaultText.Of(filled.Fault).ShouldContain("地域再生計画の名称");
    }

    [Theory]
    [InlineData("（円）", "2,314,625,000")]
    [InlineData("（千円）", "2,314,625")]
    [InlineData("（万円）", "231,462.5")]
    [InlineData("（百万円）", "2,314.625")]
    [InlineData("（億円）", "23.146")]
    [InlineData("　　　　万円", "総事業費　2,314,625 千円")]
    [InlineData("　　　　百万円", "総事業費　2,314,625 千円")]
    public void Into_AFormOfAnyUnit_WritesTheCostInThatUnitOrWithItsOwn(string unit, string written)
    {
        var plan = Plan with { Passages = Plan.Passages.SetItem(PlanOutline.Cost, "2,314,625千円") };
        WrittenBlock cost = unit.StartsWith('（')
            ? new WrittenTable([new([new WrittenCell("総事業費" + unit), new WrittenCell("")])])
            : new WrittenParagraph("総事業費" + unit);
        var form = WordWriter.Write(
            new WrittenDocument(
                "様式",
                [
                    new WrittenHeading(2, "１　地域再生計画の名称"),
                    new WrittenParagraph("○○○○計画"),
                    new WrittenHeading(2, "３　地域再生計画の区域"),
                    new WrittenParagraph("○○○○"),
                    cost,
                ]
            )
        );

        FillForm.Into(plan, "様式.docx", form).Places.Select(place => place.Text).ShouldContain(written);
    }

    [Fact]
    public void Into_NeitherWordNorExcel_SaysSo() =>
        FillForm.Into(Plan, "様式.txt", "様式"u8.ToArray()).Fault!.Code.ShouldBe("FORM004");

    [Fact]
    public void Into_FilledForm_OverwritesNothing()
    {
        var once = FillForm.Into(Plan, "様式.docx", EmptyForms.PrintedWord()).Content!;

        var again = FillForm.Into(Plan with { Passages = Plan.Passages.SetItem("1", "別の計画") }, "様式.docx", once);

        again.Places.ShouldNotContain(place => place.Text == "別の計画");
    }

    [Fact]
    public void Into_PlanWithBlanks_ListsThem()
    {
        var blank = Plan with { Passages = Plan.Passages.Remove("4-1").Remove("3") };

        var filled = FillForm.Into(blank, "様式.docx", EmptyForms.PrintedWord());

        filled.Blank.ShouldBe(["地域再生計画の区域", "地方創生の実現における構造的な課題"], ignoreOrder: true);
    }

    [Fact]
    public void Into_PlanWithoutPeriods_WritesNoHalfPeriod()
    {
        var open = Plan with { Passages = Plan.Passages.Remove("6-end").Remove("5-2-8-start").Remove("5-2-8-end") };

        var filled = FillForm.Into(open, "様式.docx", EmptyForms.PrintedWord());

        filled.Blank.ShouldBe(["事業実施期間", "計画期間"], ignoreOrder: true);
    }

    private static WrittenDocument SomeLetter() =>
        new(
            "手紙",
            [
                new WrittenHeading(1, "ご案内"),
                new WrittenParagraph("事業の名称は追って知らせる。"),
                new WrittenParagraph("○○○"),
            ]
        );

    private static void OthersShouldBeUntouched(byte[] before, byte[] after, params string[] changed)
    {
        var (old, now) = (ZipRecords.Of(before), ZipRecords.Of(after));
        now.Keys.ShouldBe(old.Keys);
        foreach (var name in old.Keys.Except(changed))
            now[name].ShouldBe(old[name], name);
    }

    private static string Part(byte[] file, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
