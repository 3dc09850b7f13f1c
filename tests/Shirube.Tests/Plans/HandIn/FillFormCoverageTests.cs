using Shirube.Calendar;
using Shirube.Documents.Forms;
using Shirube.Documents.Writing;
using Shirube.Indicators;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>Whatever a plan holds is filled into a form, or is named before somebody hands the form in without it.</summary>
public class FillFormCoverageTests
{
    private static readonly Dictionary<string, byte[]> Forms = new()
    {
        ["printed.docx"] = EmptyForms.PrintedWord(),
        ["controlled.docx"] = EmptyForms.ControlledWord(),
        ["guarded.xlsx"] = EmptyForms.GuardedExcel(),
        ["prose.docx"] = WordWriter.Write(Prose()),
    };

    public static TheoryData<string, int> FormsAndSeeds()
    {
        var data = new TheoryData<string, int>();
        foreach (var form in Forms.Keys)
        foreach (var seed in Enumerable.Range(1, 8))
            data.Add(form, seed);
        return data;
    }

    [Theory]
    [MemberData(nameof(FormsAndSeeds))]
    public void Into_AnyForm_FillsOrNamesEveryPart(string form, int seed)
    {
        var plan = WithAnnexes(new AnyPlan(seed).Make(seed % 3 == 0 ? PlanForm.A2007 : PlanForm.A3007));

        var filling = FillForm.Into(plan, form, Forms[form]);

        filling.Fault.ShouldBeNull();
        HashSet<string> named =
        [
            .. filling.Places.Select(place => place.Name),
            .. filling.Missing,
            .. filling.Unsure,
            .. filling.Blank,
        ];
        Parts(plan).Where(part => !part.Any(named.Contains)).ShouldBeEmpty();
        foreach (var section in plan.Outline.Where(section => section.Otherwise is not null))
        {
            var name = NameOf(plan, section);
            (
                named.Contains(name) || filling.Repeated.Any(one => one.Contains(name, StringComparison.Ordinal))
            ).ShouldBe(true, section.Key);
        }
    }

    [Fact]
    public void Into_FormWithReviewsAsProse_NamesThem()
    {
        var plan = new AnyPlan(5).Make();
        plan.Authors.Count.ShouldBeGreaterThan(1);

        FillForm.Into(plan, "prose.docx", Forms["prose.docx"]).Missing.ShouldContain("評価の方法、時期及び体制");
    }

    /// <summary>Names under which each part of the plan may stand; one of them has to.</summary>
    private static IEnumerable<string[]> Parts(PlanContent plan)
    {
        foreach (var section in plan.Outline.Where(plan.Holds))
        {
            if (section.Kind == SectionKind.Review)
                foreach (var author in plan.Authors)
                foreach (var question in new[] { "month", "method", "participants", "publication" })
                    yield return
                    [
                        FormText.Of("Review." + question, author.Name),
                        NameOf(plan, section),
                        .. plan.Authors.Count == 1 ? ReviewLabels[question] : [],
                    ];
            else if (section.Kind != SectionKind.Indicators)
                yield return [NameOf(plan, section)];
        }
        foreach (var (indicator, at) in plan.Indicators.Select((one, at) => (one, at + 1)))
        {
            yield return [FormText.Of("Kpi.Name", at)];
            yield return [FormText.Of("Kpi.Unit", at)];
            yield return [FormText.Of("Kpi.Baseline", at), FormText.Of("Kpi.Figures", at)];
            foreach (var target in indicator.Targets)
                yield return
                [
                    FormText.Of("Kpi.Year", at, plan.Years.ToList().IndexOf(target.Year) + 1),
                    FormText.Of("Kpi.FiscalYear", at, target.Year),
                    FormText.Of("Kpi.Figures", at),
                ];
        }
        yield return [FormText.Of("Kpi.Meaning")];
    }

    private static readonly Dictionary<string, string[]> ReviewLabels = new()
    {
        ["month"] = ["検証時期"],
        ["method"] = ["検証方法"],
        ["participants"] = ["外部組織の参画者"],
        ["publication"] = ["検証結果の公表の方法"],
    };

    private static PlanContent WithAnnexes(PlanContent plan) =>
        plan with
        {
            Nodes = [new PolicyNode(901, null, "基本方針", "", null)],
            Funding = [new FundingAmount(new FiscalYear(2026), FundingSource.Grant, 1000)],
            PrivateShares = [new PrivateShareTarget(6, 3.6m)],
            Schedule = [new ScheduleItem(902, "準備", new DateOnly(2026, 4, 1), new DateOnly(2026, 9, 1), "")],
            Indicators =
            [
                .. plan.Indicators.Select(one =>
                    one with
                    {
                        Basis = TargetBasis.AnnualFlow,
                        Targets = [.. one.Targets, new PlanTarget(new FiscalYear(2040), PlanFigure.Of("7"))],
                    }
                ),
            ],
        };

    private static string NameOf(PlanContent plan, PlanSection section) =>
        OutlineText.Of(plan.Form, section, OutlineText.Japanese);

    /// <summary>A form that asks for ⑥ in running text, and whose chapters 7 and 5-3 are printed already.</summary>
    private static WrittenDocument Prose() =>
        new(
            "様式",
            [
                new WrittenHeading(2, "１　地域再生計画の名称"),
                new WrittenParagraph("○○○○計画"),
                new WrittenHeading(2, "２　地域再生計画の作成主体の名称"),
                new WrittenParagraph("○○県"),
                new WrittenHeading(2, "３　地域再生計画の区域"),
                new WrittenParagraph("○○県の全域"),
                new WrittenHeading(4, "⑥　評価の方法、時期及び体制"),
                new WrittenParagraph("検証の時期と方法、参画者、公表の方法を次のとおりとする。"),
                new WrittenHeading(2, "７　目標の達成状況に係る評価に関する事項"),
                new WrittenParagraph("５－２の⑥に同じ。"),
            ]
        );
}
