using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirube.Indicators;

namespace Shirube.Documents;

/// <summary>
/// Writes a reading as the reading contract, version 1: one JSON object, money in yen, fiscal years as Western years,
/// ISO dates, and under <c>evidence</c> the passage of every value by its JSON pointer.
/// </summary>
public static class ReadingJson
{
    public const int Contract = 1;

    public static byte[] Write(Reading reading, bool indented = true)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
            new Writer(json).Write(reading);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The evidence of every value of a reading by its JSON pointer, as the contract writes them.</summary>
    public static IReadOnlyDictionary<string, Evidence> EvidenceOf(Reading reading)
    {
        using var json = new Utf8JsonWriter(Stream.Null);
        var writer = new Writer(json);
        writer.Write(reading);
        return writer.Evidence;
    }

    /// <summary>As the contract names it: <c>verificationSheet</c>, <c>warning</c>, <c>increment</c>.</summary>
    public static string NameOf(Enum value) => ContractValue.Write(value)!;

    /// <summary>Null while nothing was entered: then the contract says nothing.</summary>
    private static string? StateOf(FigureState state) => state == FigureState.NotEntered ? null : NameOf(state);

    /// <summary>Walks the reading once; keeps the pointer of where it is, so that values and evidence cannot part.</summary>
    private sealed class Writer(Utf8JsonWriter json)
    {
        private readonly List<string> path = [];

        public Dictionary<string, Evidence> Evidence { get; } = [];

        public void Write(Reading reading)
        {
            json.WriteStartObject();
            json.WriteNumber("contract", Contract);
            json.WriteString("kind", NameOf(reading.Kind));
            Text("title", reading.Title);
            List("entities", reading.Entities, (_, entity) => TextValue(entity));
            if (reading.Kind == ReadingKind.Plan)
            {
                Text("area", reading.Area);
                Text("supportMeasure", reading.SupportMeasure);
                Text("projectName", reading.ProjectName);
                Day("projectStart", reading.ProjectStart);
                Day("projectEnd", reading.ProjectEnd);
                Value("planStart", reading.PlanStart, start => json.WriteStringValue(ContractValue.Write(start)));
                Day("planEnd", reading.PlanEnd);
                Number("totalCostYen", reading.TotalCostYen);
            }
            Day("periodStart", reading.PeriodStart);
            Day("periodEnd", reading.PeriodEnd);
            if (reading.Kind is ReadingKind.Plan or ReadingKind.IndicatorTable || reading.Indicators.Count > 0)
                List("indicators", reading.Indicators, Indicator);
            if (reading.Kind == ReadingKind.Plan)
                List("verification", reading.Verification, Verification);
            if (reading.Kind == ReadingKind.VerificationSheet)
                List("rows", reading.Rows, SheetRow);
            if (reading.Kind == ReadingKind.PolicyOutline)
                List("policies", reading.Policies, Policy);
            List("chapters", reading.Chapters, Chapter);
            Annexes(reading);
            List("findings", reading.Findings, Finding);
            json.WriteStartObject("evidence");
            foreach (var (pointer, evidence) in Evidence)
            {
                json.WritePropertyName(pointer);
                EvidenceValue(evidence);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Indicator(int _, ReadIndicator indicator)
        {
            json.WriteStartObject();
            json.WriteNumber("no", indicator.No);
            Text("name", indicator.Name);
            Text("unit", indicator.Unit);
            json.WriteString("basis", NameOf(indicator.Basis));
            Number("baseline", indicator.Baseline);
            if (indicator.Baseline is null && StateOf(indicator.BaselineState) is { } state)
                json.WriteString("baselineState", state);
            Value("baselineYear", indicator.BaselineYear, year => json.WriteNumberValue(year.Year));
            List("targets", indicator.Targets, (_, figure) => Figure(figure, withFinal: false));
            List("actuals", indicator.Actuals, (_, figure) => Figure(figure, withFinal: true));
            Number("total", indicator.Total);
            if (indicator.Meaning is { } meaning)
                Meaning(meaning);
            json.WriteEndObject();
        }

        private void Meaning(ReadMeaning meaning)
        {
            json.WriteStartObject("meaning");
            path.Add("meaning");
            Value("basis", meaning.Basis, basis => json.WriteStringValue(NameOf(basis)));
            Value("direction", meaning.Direction, direction => json.WriteStringValue(NameOf(direction)));
            Number("rangeLow", meaning.RangeLow);
            Number("rangeHigh", meaning.RangeHigh);
            Text("definition", meaning.Definition);
            path.RemoveAt(path.Count - 1);
            json.WriteEndObject();
        }

        private void Figure(ReadFigure figure, bool withFinal)
        {
            json.WriteStartObject();
            json.WriteNumber("year", figure.Year.Year);
            Number("value", figure.Figure);
            if (figure.Figure is null && figure.At is { } at)
                Note("value", at);
            if (StateOf(figure.State) is { } state && (withFinal || figure.State != FigureState.Final))
                json.WriteString("state", state);
            json.WriteEndObject();
        }

        private void Verification(int _, ReadVerification verification)
        {
            json.WriteStartObject();
            Text("entity", verification.Entity);
            Value("month", verification.Month, month => json.WriteNumberValue(month));
            Text("body", verification.Body);
            List("seats", verification.Seats, Seat);
            Text("participants", verification.Participants);
            Text("method", verification.Method);
            Text("publication", verification.Publication);
            json.WriteEndObject();
        }

        private void Seat(int _, ReadSeat seat)
        {
            json.WriteStartObject();
            Text("sector", seat.Sector);
            Value("count", seat.Count, count => json.WriteNumberValue(count));
            json.WriteEndObject();
        }

        private void SheetRow(int _, ReadSheetRow row)
        {
            json.WriteStartObject();
            json.WriteNumber("no", row.No);
            Text("basicGoal", row.BasicGoal);
            Text("project", row.Project);
            Text("department", row.Department);
            Text("grantKind", row.GrantKind);
            Number("costYen", row.CostYen);
            Number("donationYen", row.DonationYen);
            Value("donationCount", row.DonationCount, count => json.WriteNumberValue(count));
            Text("content", row.Content);
            List("indicators", row.Indicators, SheetIndicator);
            Text("selfEvaluation", row.SelfEvaluation);
            Text("expertEvaluation", row.ExpertEvaluation);
            Text("expertOpinion", row.ExpertOpinion);
            Text("nextStep", row.NextStep);
            Text("reason", row.Reason);
            Text("review", row.Review);
            json.WriteEndObject();
        }

        private void SheetIndicator(int _, ReadSheetIndicator indicator)
        {
            json.WriteStartObject();
            Text("name", indicator.Name);
            Text("unit", indicator.Unit);
            Number("target", indicator.Target);
            Value("targetYear", indicator.TargetYear, year => json.WriteNumberValue(year.Year));
            Number("actual", indicator.Actual);
            if (StateOf(indicator.State) is { } state)
                json.WriteString("state", state);
            else
                json.WriteNull("state");
            if (indicator.StateAt is { } at)
                Note("state", at);
            json.WriteEndObject();
        }

        private void Policy(int _, ReadPolicy policy)
        {
            json.WriteStartObject();
            Text("no", policy.No);
            Text("name", policy.Name);
            List("measures", policy.Measures, (_, measure) => TextValue(measure));
            json.WriteEndObject();
        }

        private void Chapter(int _, ReadChapter chapter)
        {
            json.WriteStartObject();
            json.WriteString("number", chapter.Number);
            Text("title", chapter.Title);
            Text("text", chapter.Text);
            json.WriteEndObject();
        }

        /// <summary>Only those that the document has.</summary>
        private void Annexes(Reading reading)
        {
            if (reading.Tree.Count > 0)
                List("tree", reading.Tree, Node);
            if (reading.Links.Count > 0)
                List("links", reading.Links, Link);
            if (reading.Schedule.Count > 0)
                List("schedule", reading.Schedule, ScheduleItem);
            if (reading.Funding.Count > 0)
                List("funding", reading.Funding, Funding);
            if (reading.PrivateShares.Count > 0)
                List("privateShares", reading.PrivateShares, PrivateShare);
        }

        private void Node(int _, ReadNode node)
        {
            json.WriteStartObject();
            json.WriteNumber("depth", node.Depth);
            json.WriteString("level", node.Level);
            Text("name", node.Name);
            Text("text", node.Text);
            Number("weight", node.Weight);
            List("indicators", node.Indicators, Tie);
            List("links", node.Links, Link);
            json.WriteEndObject();
        }

        private void Tie(int _, ReadTie tie)
        {
            json.WriteStartObject();
            Value("indicator", tie.Indicator, at => json.WriteNumberValue(at));
            Number("weight", tie.Weight);
            json.WriteEndObject();
        }

        private void Link(int _, ReadLink link)
        {
            json.WriteStartObject();
            json.WriteString("relation", NameOf(link.Relation));
            Text("name", link.Name);
            json.WriteEndObject();
        }

        private void ScheduleItem(int _, ReadScheduleItem item)
        {
            json.WriteStartObject();
            Text("name", item.Name);
            Day("from", item.From);
            Day("to", item.To);
            Text("note", item.Note);
            json.WriteEndObject();
        }

        private void Funding(int _, ReadFunding amount)
        {
            json.WriteStartObject();
            json.WriteNumber("year", amount.Year.Year);
            json.WriteString("source", NameOf(amount.Source));
            Number("yen", amount.Yen);
            json.WriteEndObject();
        }

        private void PrivateShare(int _, ReadPrivateShare share)
        {
            json.WriteStartObject();
            json.WriteNumber("nthYear", share.NthYear);
            Number("percent", share.Percent);
            json.WriteEndObject();
        }

        private void Finding(int _, Finding finding)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", NameOf(finding.Severity));
            json.WriteString("message", FindingText.MessageOf(finding));
            json.WriteString("fix", FindingText.FixOf(finding));
            if (finding.Pointer is { } pointer)
                json.WriteString("pointer", pointer);
            json.WritePropertyName("at");
            if (finding.At is { } at)
                EvidenceValue(at);
            else
                json.WriteNullValue();
            json.WriteEndObject();
        }

        private void EvidenceValue(Evidence evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("page", evidence.At.Page);
            json.WriteNumber("line", evidence.At.Line);
            json.WriteNumber("endLine", evidence.At.EndLine);
            json.WriteString("text", evidence.At.Text);
            if (evidence.At.Column >= 0)
                json.WriteNumber("column", evidence.At.Column);
            json.WriteString("certainty", JsonNamingPolicy.CamelCase.ConvertName(evidence.Certainty.ToString()));
            if (evidence.IsDerived)
                json.WriteBoolean("derived", true);
            if (evidence.Rule is { } rule)
                json.WriteString("rule", rule);
            if (evidence.From.Count > 0)
            {
                json.WriteStartArray("from");
                foreach (var pointer in evidence.From)
                    json.WriteStringValue(pointer);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }

        private void Text(string name, Read<string>? value) => Value(name, value, json.WriteStringValue);

        private void Day(string name, Read<DateOnly>? value) =>
            Value(name, value, day => json.WriteStringValue(ContractValue.Day(day)));

        private void Number(string name, Read<decimal>? value) =>
            Value(name, value, number => json.WriteRawValue(ContractValue.Number(number)));

        private void TextValue(Read<string> value)
        {
            Note(null, value.Evidence);
            json.WriteStringValue(value.Value);
        }

        private void Value<T>(string name, Read<T>? value, Action<T> write)
        {
            json.WritePropertyName(name);
            if (value is null)
            {
                json.WriteNullValue();
                return;
            }
            Note(name, value.Evidence);
            write(value.Value);
        }

        private void List<T>(string name, IReadOnlyList<T> items, Action<int, T> write)
        {
            json.WriteStartArray(name);
            path.Add(name);
            for (var i = 0; i < items.Count; i++)
            {
                path.Add(i.ToString(CultureInfo.InvariantCulture));
                write(i, items[i]);
                path.RemoveAt(path.Count - 1);
            }
            path.RemoveAt(path.Count - 1);
            json.WriteEndArray();
        }

        private void Note(string? name, Evidence evidence) =>
            Evidence["/" + string.Join('/', name is null ? path : [.. path, name])] = evidence;
    }
}
