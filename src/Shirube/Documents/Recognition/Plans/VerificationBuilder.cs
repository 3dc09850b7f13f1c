using System.Globalization;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>The verification of one government, put together from the texts of its fields.</summary>
internal sealed class VerificationBuilder
{
    private readonly Dictionary<VerificationField, List<PlanParagraph>> fields = [];

    public Read<string>? Entity { get; set; }

    public bool IsEmpty => fields.Count == 0;

    public bool Has(VerificationField field) => fields.ContainsKey(field);

    public void Add(VerificationField field, PlanParagraph text)
    {
        if (text.Squeezed.Length == 0)
            return;
        if (!fields.TryGetValue(field, out var texts))
            fields[field] = texts = [];
        texts.Add(text);
    }

    /// <param name="index">Its place among the plan's verifications, from 0.</param>
    public ReadVerification Build(PlanFindings findings, int index)
    {
        var method = Text(VerificationField.Method);
        var seats = Text(VerificationField.Seats, '\n');
        return new ReadVerification
        {
            Entity = Entity,
            Month = Month(findings, index),
            Method = method,
            Body =
                method is not null && VerificationValues.Body(method.Value) is { } body
                    ? new Read<string>(body, method.Evidence.At with { Text = body, Column = -1 })
                    : null,
            Seats = seats is null ? [] : SeatsOf(seats),
            Participants = seats,
            Publication = Text(VerificationField.Publication),
        };
    }

    /// <summary>The only month; PLAN009 when the text names several.</summary>
    private Read<int>? Month(PlanFindings findings, int index)
    {
        var isLabelled = Has(VerificationField.Time);
        var time = Text(isLabelled ? VerificationField.Time : VerificationField.YearlyTime);
        if (time is null)
            return null;
        var months = VerificationValues.Months(time.Value, isLabelled);
        if (months.Count == 1)
            return new Read<int>(months[0], time.Evidence);
        if (months.Count > 1)
            findings.Add(
                "PLAN009",
                Severity.Warning,
                time.Evidence,
                string.Create(CultureInfo.InvariantCulture, $"/verification/{index}/month"),
                time.Value
            );
        return null;
    }

    public static IReadOnlyList<ReadSeat> SeatsOf(Read<string> text) =>
        [
            .. VerificationValues
                .Seats(text.Value)
                .Select(seat => new ReadSeat(
                    new Read<string>(seat.Sector, text.Evidence),
                    seat.Count is { } count ? new Read<int>(count, text.Evidence) : null
                )),
        ];

    /// <summary>The field's text, unless it only refers to another place or says nothing.</summary>
    private Read<string>? Text(VerificationField field, char? separator = null)
    {
        if (!fields.TryGetValue(field, out var texts))
            return null;
        var parts = texts.Select(text => text.Text.Replace('\t', ' ')).ToList();
        var joined =
            separator is { } mark && parts.Count > 1 && parts.Exists(part => part.AsSpan().IndexOfAny("、，,") < 0)
                ? string.Join(mark, parts)
                : Wording.Join(parts);
        var squeezed = Folding.Squeeze(joined);
        if (
            squeezed.EndsWith("に同じ。", StringComparison.Ordinal)
            || squeezed.EndsWith("に同じ", StringComparison.Ordinal)
            || PlanShapes.IsNothing(squeezed)
        )
            return null;
        var at =
            texts is [{ Written: { } written } only] ? only.At() with { Text = written, Column = -1 }
            : texts.Count == 1 ? texts[0].At(joined)
            : texts[0].At() with { EndLine = texts[^1].Lines[^1].Source.Number, Text = joined, Column = -1 };
        return new Read<string>(joined, at);
    }
}
