using System.Globalization;
using System.Text;
using Shirube.Documents;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>
/// Plans of other governments in every format and layout: all values from files that hold their structure, and nothing
/// wrong from text that has lost it.
/// </summary>
public sealed class OtherGovernmentsTests
{
    private static readonly string[] Layouts = ["pages", "headings", "form", "boxes"];

    public static TheoryData<string, string> Files()
    {
        var data = new TheoryData<string, string>();
        foreach (var layout in Layouts)
        {
            foreach (var format in new[] { "docx", "html", "md", "chromium", "writer" })
                data.Add(layout, format);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_JointPlan_HoldsEverything(string layout, string format) =>
        ShouldBeJoint(Read(OtherGovernmentsSample.Joint(layout), format), mayBeOpen: false);

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_DonationPlan_HoldsEverything(string layout, string format) =>
        ShouldBeDonation(Read(OtherGovernmentsSample.Donation(layout), format), mayBeOpen: false);

    [Theory]
    [InlineData("pages")]
    [InlineData("headings")]
    [InlineData("form")]
    [InlineData("boxes")]
    public void Read_CopiedTextOfPdf_HoldsNothingWrong(string layout)
    {
        var (joint, donation) = (0, 0);
        foreach (var maker in new[] { PdfMaker.Chromium, PdfMaker.Writer })
        {
            foreach (var mode in new[] { null, "-raw", "-layout" })
            {
                var one = ReadText(OtherGovernmentsSample.Joint(layout), maker, mode);
                var other = ReadText(OtherGovernmentsSample.Donation(layout), maker, mode);
                ShouldBeJoint(one, mayBeOpen: true);
                ShouldBeDonation(other, mayBeOpen: true);
                joint += Held(one);
                donation += Held(other);
            }
        }
        // An empty reading has nothing wrong in it, either: of 6 texts with 9 and 7 values so many are read.
        var (leastJoint, leastDonation) = LeastHeld(layout);
        joint.ShouldBeGreaterThanOrEqualTo(leastJoint);
        donation.ShouldBeGreaterThanOrEqualTo(leastDonation);
    }

    private static (int Joint, int Donation) LeastHeld(string layout) =>
        layout switch
        {
            "form" => (51, 39),
            _ => (54, 42),
        };

    /// <summary>How many of the plan's own fields have a value.</summary>
    private static int Held(Reading reading) =>
        new object?[]
        {
            reading.Title,
            reading.Entities.Count > 0 ? reading.Entities : null,
            reading.Area,
            reading.SupportMeasure,
            reading.ProjectName,
            reading.ProjectStart,
            reading.ProjectEnd,
            reading.PlanEnd,
            reading.TotalCostYen,
        }.Count(value => value is not null);

    private static Reading ReadText(RenderedDocument document, PdfMaker maker, string? mode) =>
        PlanSample.ReadText(PdfText.Of(Pdf(document, maker), mode));

    private static Reading Read(RenderedDocument document, string format) =>
        format switch
        {
            "docx" => PlanSample.Read("plan.docx", document.ToDocx()),
            "html" => PlanSample.Read("plan.html", Encoding.UTF8.GetBytes(document.ToHtml())),
            "md" => PlanSample.Read("plan.md", Encoding.UTF8.GetBytes(document.ToMarkdown())),
            "chromium" => PlanSample.Read("plan.pdf", Pdf(document, PdfMaker.Chromium)),
            _ => PlanSample.Read("plan.pdf", Pdf(document, PdfMaker.Writer)),
        };

    /// <summary>All documents in one run of LibreOffice.</summary>
    private static byte[] Pdf(RenderedDocument document, PdfMaker maker)
    {
        if (maker == PdfMaker.Writer)
            _ = PdfRendering.Write(
                [
                    .. Layouts.SelectMany(layout =>
                        new[] { OtherGovernmentsSample.Joint(layout), OtherGovernmentsSample.Donation(layout) }
                    ),
                ],
                maker
            );
        return document.ToPdf(maker);
    }

    private static void ShouldBeJoint(Reading reading, bool mayBeOpen)
    {
        Check(reading.Title?.Value, OtherGovernmentsSample.JointTitle, mayBeOpen);
        Check(Names(reading), "長野県茅野市、長野県諏訪郡富士見町、原村", mayBeOpen);
        Check(reading.Area?.Value, OtherGovernmentsSample.JointArea, mayBeOpen);
        Check(reading.SupportMeasure?.Value, "A3007", mayBeOpen);
        Check(reading.ProjectName?.Value, OtherGovernmentsSample.JointProject, mayBeOpen);
        Check(Iso(reading.ProjectStart), "2025-04-01", mayBeOpen);
        Check(Iso(reading.ProjectEnd), "2028-03-31", mayBeOpen);
        Check(Iso(reading.PlanEnd), "2028-03-31", mayBeOpen);
        Check(reading.TotalCostYen?.Value.ToString(CultureInfo.InvariantCulture), "128400000", mayBeOpen);
        reading
            .Findings.Where(finding => finding.Code is "PLAN104" or "PLAN114")
            .Select(FindingText.MessageOf)
            .ShouldBeEmpty();
        if (!mayBeOpen)
            reading.Verification.Count.ShouldBe(3);
        foreach (var row in reading.Verification)
        {
            // Without its cell a row bears the name that stands among the authors: 原村 without its county.
            var (_, month, body, publication) = JointRows.Single(expected =>
                expected.Author.EndsWith(row.Entity!.Value, StringComparison.Ordinal)
            );
            (row.Month?.Value ?? (mayBeOpen ? month : 0)).ShouldBe(month);
            Check(row.Body?.Value, body, mayBeOpen);
            Check(row.Publication?.Value, publication, mayBeOpen);
        }
    }

    private static readonly (string Author, int Month, string Body, string Publication)[] JointRows =
    [
        ("長野県茅野市", 10, "茅野市総合計画審議会", "市ホームページで公表"),
        ("長野県諏訪郡富士見町", 11, "富士見町まち・ひと・しごと創生有識者会議", "町広報紙及び町ウェブサイトで公表"),
        ("長野県諏訪郡原村", 9, "村総合戦略推進委員会", "村ホームページに掲載"),
    ];

    private static void ShouldBeDonation(Reading reading, bool mayBeOpen)
    {
        Check(reading.Title?.Value, OtherGovernmentsSample.DonationTitle, mayBeOpen);
        Check(Names(reading), "福岡県糸島市", mayBeOpen);
        Check(reading.Area?.Value, "福岡県糸島市の全域", mayBeOpen);
        Check(reading.SupportMeasure?.Value, "A2007", mayBeOpen);
        Check(reading.ProjectName?.Value, OtherGovernmentsSample.DonationProject, mayBeOpen);
        reading.ProjectStart.ShouldBeNull();
        Check(Iso(reading.ProjectEnd), "2030-03-31", mayBeOpen);
        Check(Iso(reading.PlanEnd), "2030-03-31", mayBeOpen);
        reading.TotalCostYen.ShouldBeNull();
        if (!mayBeOpen)
            reading.Findings.ShouldNotContain(finding => finding.Code == "PLAN117" || finding.Code == "PLAN101");
        if (reading.Verification.Count == 0 && mayBeOpen)
            return;
        var row = reading.Verification.ShouldHaveSingleItem();
        Check(row.Month?.Value.ToString(CultureInfo.InvariantCulture), "8", mayBeOpen);
        Check(row.Body?.Value, "糸島市まち・ひと・しごと創生会議", mayBeOpen);
        Check(row.Publication?.Value, "検証後速やかに糸島市公式ウェブサイト上で公表する", mayBeOpen);
    }

    private static string? Names(Reading reading) =>
        reading.Entities.Count == 0 ? null : string.Join('、', reading.Entities.Select(name => name.Value));

    private static void Check(string? read, string expected, bool mayBeOpen) =>
        (read ?? (mayBeOpen ? expected : null)).ShouldBe(expected);

    private static string? Iso(Read<DateOnly>? day) => day?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
