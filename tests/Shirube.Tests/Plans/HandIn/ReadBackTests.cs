using Shirube.Approvals;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Writing;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>What Shirube wrote, Shirube reads again to the same plan, in every form and format.</summary>
public class ReadBackTests
{
    private static readonly int Plans = int.TryParse(Environment.GetEnvironmentVariable("SHIRUBE_PLANS"), out var n)
        ? n
        : 16;

    public static TheoryData<PlanForm, Format> FormsAndFormats =>
        new MatrixTheoryData<PlanForm, Format>(
            Enum.GetValues<PlanForm>(),
            [Format.Word, Format.Excel, Format.Html, Format.Markdown]
        ).Aggregate(
            new TheoryData<PlanForm, Format>(),
            (all, row) =>
            {
                all.Add(row.Data.Item1, row.Data.Item2);
                return all;
            }
        );

    [Theory]
    [MemberData(nameof(FormsAndFormats))]
    public async Task Write_AnyPlan_ReadsBackTheSame(PlanForm form, Format format)
    {
        var differences = new List<string>();
        for (var seed = 0; seed < Plans; seed++)
            differences.AddRange(await DifferencesAsync(seed, form, format, null));
        differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PlanForm.A3007)]
    [InlineData(PlanForm.A2007)]
    [InlineData(PlanForm.Comprehensive)]
    public async Task Write_AnyPlanAsPdf_ReadsBackTheSameWords(PlanForm form)
    {
        var differences = new List<string>();
        for (var seed = 0; seed < Math.Max(3, Plans / 10); seed++)
            differences.AddRange(await DifferencesAsync(seed, form, Format.Pdf, Squeezed));
        differences.ShouldBeEmpty();
    }

    public static TheoryData<PlanForm, Format> FormsAndAllFormats =>
        [
            .. from form in new[] { PlanForm.A3007, PlanForm.A2007, PlanForm.Comprehensive }
            from format in new[] { Format.Word, Format.Excel, Format.Html, Format.Markdown, Format.Pdf }
            select new TheoryDataRow<PlanForm, Format>(form, format),
        ];

    /// <summary>A heading without a text is followed by the next one.</summary>
    [Theory]
    [MemberData(nameof(FormsAndAllFormats))]
    public async Task Write_SectionsWithoutText_ReadBackEmpty(PlanForm form, Format format)
    {
        var differences = new List<string>();
        for (var seed = 0; seed < 2; seed++)
        {
            var plan = new AnyPlan(seed).Make(form);
            differences.AddRange(await DifferencesAsync(WithText(plan, ""), seed, format, SqueezedIn(format)));
        }
        differences.ShouldBeEmpty();
    }

    /// <summary>特になし。 typed by a person stands there as the form prints it of itself.</summary>
    [Theory]
    [InlineData(Format.Word)]
    [InlineData(Format.Markdown)]
    [InlineData(Format.Pdf)]
    public async Task Write_WhatTheFormSaysOfABlankSection_ReadsBackAsBlank(Format format)
    {
        var plan = new AnyPlan(0).Make(PlanForm.A3007);
        var typed = PlanOutline
            .Of(plan.Form)
            .Where(section => section is { Kind: SectionKind.Text, Otherwise: not null })
            .Select(section => KeyValuePair.Create(section.Key, section.Otherwise!))
            .ToList();
        typed.Count.ShouldBe(3);

        var differences = await DifferencesAsync(
            plan with
            {
                Passages = plan.Passages.SetItems(typed),
            },
            0,
            format,
            SqueezedIn(format)
        );

        differences.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(FormsAndAllFormats))]
    public async Task Write_LinesWithBars_StayLines(PlanForm form, Format format)
    {
        var plan = new AnyPlan(1).Make(form);
        var typed = PlanOutline
            .Of(form)
            .First(section => section.Kind == SectionKind.Text && section.Key != PlanOutline.Area);

        var differences = await DifferencesAsync(
            plan with
            {
                Passages = plan.Passages.SetItem(
                    typed.Key,
                    "内訳は次のとおり。\n|区分|人数|\n|---|---|\n|市内|10|\n区分｜人数\n市外｜20\n以上。"
                ),
            },
            0,
            format,
            SqueezedIn(format)
        );

        differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("- 1 -")]
    [InlineData("１")]
    [InlineData("２に同じ。")]
    [InlineData("別添　工程表")]
    [InlineData("地域再生計画")]
    [InlineData("別紙")]
    [InlineData("目次")]
    [InlineData("該当なし")]
    [InlineData("―")]
    [InlineData("4-2")]
    [InlineData("【数値目標】\nKPI①　人")]
    [InlineData("４－２　地方創生として目指す将来像")]
    [InlineData("５　地域再生を図るために行う事業")]
    [InlineData("a\tb\nc\td")]
    [InlineData("別添　財源計画")]
    public async Task Write_ALineLikeAPartOfTheForm_ReadsBackAsThatLine(string text)
    {
        var plan = new AnyPlan(0).Make(PlanForm.A3007);
        (
            await DifferencesAsync(
                plan with
                {
                    Passages = plan.Passages.SetItem("4-1", text).SetItem("5-2-4-autonomy", text),
                },
                0,
                Format.Word,
                null
            )
        ).ShouldBeEmpty();
    }

    private static PlanContent WithText(PlanContent plan, string text) =>
        plan with
        {
            Passages = plan.Passages.SetItems(
                PlanOutline
                    .Of(plan.Form)
                    .Where(section => section.Kind == SectionKind.Text && section.Key != "3")
                    .Select(section => KeyValuePair.Create(section.Key, PassageText.Tidy(text)))
            ),
        };

    private static Func<string, string>? SqueezedIn(Format format) => format == Format.Pdf ? Squeezed : null;

    private static Task<List<string>> DifferencesAsync(
        int seed,
        PlanForm form,
        Format format,
        Func<string, string>? folded
    ) => DifferencesAsync(new AnyPlan(seed).Make(form), seed, format, folded);

    private static async Task<List<string>> DifferencesAsync(
        PlanContent written,
        int seed,
        Format format,
        Func<string, string>? folded
    )
    {
        var document = PlanDocument.Of(written);
        // Every other plan goes out as a draft: its mark is no part of it.
        if (seed % 2 > 0)
            document = DraftMark.Over(document, DraftMark.Of(new DateOnly(2026, 4, 1), seed > 8 ? seed : null));
        var file = await DocumentWriter.WriteAsync(document, format);
        var name = "計画" + DocumentWriter.EndingOf(format);
        var read = ReadPlan.Of(Recogniser.Read(DocumentReader.Read(name, file.Content!)), written.Form, []);
        return
        [
            .. ReadBack.Differences(written, read, folded).Select(difference => $"plan {seed}, {Shown(difference)}"),
        ];
    }

    private static string Shown(Difference difference) =>
        $"{difference.Place} {difference.Item} {difference.Year}: «{difference.Before}» was read as «{difference.After}»";

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
