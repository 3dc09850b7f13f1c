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

    public ReadVerification Build()
    {
        var method = Text(VerificationField.Method);
        var time = Text(VerificationField.Time);
        var seats = Text(VerificationField.Seats, '\n');
        var month = time is null ? null : VerificationValues.Month(time.Value, isLabelled: true);
        return new ReadVerification
        {
            Entity = Entity,
            Month = month is { } number ? new Read<int>(number, time!.Evidence) : null,
            Method = method,
            Body =
                method is not null && VerificationValues.Body(method.Value) is { } body
                    ? new Read<string>(body, method.Evidence.At with { Text = body, Column = -1 })
                    : null,
            Seats = seats is null ? [] : SeatsOf(seats),
            Publication = Text(VerificationField.Publication),
        };
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
            texts.Count == 1
                ? texts[0].At(joined)
                : texts[0].At() with
                {
                    EndLine = texts[^1].Lines[^1].Source.Number,
                    Text = joined,
                    Column = -1,
                };
        return new Read<string>(joined, at);
    }
}
