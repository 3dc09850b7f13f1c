using Shirube.Documents;
using Shirube.Indicators;

namespace Shirube.Plans.Writing;

/// <summary>
/// A plan under writing as a document that was read, so that the checks of documents hold for it too: the lines of its
/// text, each with the section that it stands in.
/// </summary>
public sealed class WrittenReading
{
    private readonly PlanContent content;
    private readonly List<Line> lines = [];
    private readonly List<string> places = [];

    private WrittenReading(PlanContent content)
    {
        this.content = content;
        var chapters = Chapters();
        Document = new SourceDocument("", Documents.DocumentFormat.Text, lines, []);
        Reading = Read(chapters);
    }

    public SourceDocument Document { get; }
    public Reading Reading { get; }

    public static WrittenReading Of(PlanContent content) => new(content);

    /// <summary>The section that a line stands in; null for none.</summary>
    public string? SectionAt(int line) => line > 0 && line <= places.Count ? places[line - 1] : null;

    private List<ReadChapter> Chapters() =>
        [
            .. content.Outline.Select(section =>
            {
                var title = OutlineText.Of(content.Form, section, OutlineText.Japanese);
                var at = Add(section.Key, title);
                var texts = section.Passages(content.Authors).Select(passage => content[passage.Key]).ToList();
                var text = string.Join('\n', texts.Where(text => text.Length > 0));
                foreach (var line in text.Length == 0 ? [] : text.Split('\n'))
                    Add(section.Key, line);
                return new ReadChapter(section.FullNumber, new Read<string>(title, at), new Read<string>(text, at));
            }),
        ];

    private Passage Add(string section, string text)
    {
        lines.Add(new Line(lines.Count + 1, 1, text));
        places.Add(section);
        return new Passage(1, lines.Count, lines.Count, -1, text);
    }

    private Reading Read(List<ReadChapter> chapters)
    {
        var facts = content.Facts;
        return new Reading
        {
            Kind = content.Form.IsStatutory() ? ReadingKind.Plan : ReadingKind.IndicatorTable,
            Title = Value(facts.Title, PlanOutline.Title),
            Entities = [.. content.Authors.Select(author => Value(author.Name, PlanOutline.Authors)!)],
            Area = Value(facts.Area, PlanOutline.Area),
            SupportMeasure = content.Form.IsStatutory()
                ? Value(content.Form.ToString(), PlanOutline.ProjectName)
                : null,
            ProjectName = Value(facts.ProjectName, PlanOutline.ProjectName),
            ProjectStart = Number(facts.ProjectStart, PlanOutline.ProjectPeriod),
            ProjectEnd = Number(facts.ProjectEnd, PlanOutline.ProjectPeriod),
            PlanStart = Number(facts.PlanStart, PlanOutline.PlanPeriod),
            PlanEnd = Number(facts.PlanEnd, PlanOutline.PlanPeriod),
            TotalCostYen = Number(facts.CostYen, PlanOutline.Cost),
            Indicators = [.. content.Indicators.Select(Indicator)],
            Verification = [.. content.Reviews.Select(Verification)],
            Chapters = chapters,
        };
    }

    private ReadIndicator Indicator(PlanIndicator indicator, int at) =>
        new()
        {
            No = at + 1,
            Name = Value(indicator.Name.Length > 0 ? indicator.Name : null, PlanOutline.Targets),
            Unit = Value(indicator.Unit.Length > 0 ? indicator.Unit : null, PlanOutline.Targets),
            Basis = content.Form.IsStatutory() ? PrintedBasis.Increment : PrintedBasis.Unknown,
            TargetBasis = indicator.Basis,
            Baseline = Number(indicator.Baseline.Value, PlanOutline.Targets),
            BaselineYear = Number(indicator.BaselineYear, PlanOutline.Targets),
            Targets =
            [
                .. indicator.Targets.Select(target => new ReadFigure(
                    target.Year,
                    Number(target.Figure.Value, PlanOutline.Targets),
                    target.Figure.State ?? FigureState.NotEntered
                )),
            ],
        };

    private ReadVerification Verification(PlanReview review) =>
        new()
        {
            Entity = Value(review.Author.Name, PlanOutline.Review),
            Month = Number(review.Month, PlanOutline.Review),
            Method = Value(Blank(review.Method), PlanOutline.Review),
            Publication = Value(Blank(review.Publication), PlanOutline.Review),
        };

    private static string? Blank(string text) => text.Length > 0 ? text : null;

    private Read<string>? Value(string? value, string section) =>
        value is null ? null : new Read<string>(value, At(section));

    private Read<T>? Number<T>(T? value, string section)
        where T : struct => value is { } known ? new Read<T>(known, At(section)) : null;

    private Passage At(string section) => new(1, places.IndexOf(section) + 1, places.IndexOf(section) + 1, -1, "");
}
