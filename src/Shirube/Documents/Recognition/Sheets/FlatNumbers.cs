using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>
/// Which of the numbers standing side by side is the cost, the donation and the count. The heading of a flattened
/// sheet does not keep its order, but the figures do: a donation is taken only within the project's cost, and a
/// count of donations is a small whole number.
/// </summary>
internal sealed class FlatNumbers
{
    private readonly IReadOnlyList<SheetField>? order;
    private readonly decimal? yenPerUnit;

    private FlatNumbers(IReadOnlyList<SheetField>? order, decimal? yenPerUnit, IReadOnlyList<Finding> problems)
    {
        this.order = order;
        this.yenPerUnit = yenPerUnit;
        Problems = problems;
    }

    public IReadOnlyList<Finding> Problems { get; }

    public static FlatNumbers Of(IReadOnlyList<FlatRow> rows, IReadOnlyList<SheetField> columns, decimal? yenPerUnit)
    {
        var figures = rows.Where(row => row.Numbers is not null).Select(row => Values(row.Numbers!)).ToList();
        if (figures.Count == 0)
            return new FlatNumbers(null, null, []);
        var orders = Permutations(columns).Where(order => figures.TrueForAll(row => Fits(order, row))).ToList();
        List<Finding> problems = [];
        if (orders.Count != 1)
            problems.Add(new Finding("SHEET005", Severity.Warning, null, columns.Count, orders.Count));
        if (yenPerUnit is null)
            problems.Add(new Finding("SHEET004", Severity.Warning, null));
        return new FlatNumbers(orders is [var only] ? only : null, yenPerUnit, problems);
    }

    public (Read<decimal>? Cost, Read<decimal>? Donation, Read<int>? Count) Of(FlatRow row, SheetText text)
    {
        if (row.Numbers is not { } mark || order is null)
            return (null, null, null);
        Read<decimal>? At(SheetField field)
        {
            var place = order.ToList().IndexOf(field);
            if (place < 0 || Values(mark)[place] is not { } value)
                return null;
            var printed = mark.Match.Groups["number"].Captures[place];
            return new Read<decimal>(
                value,
                text.At(printed.Index, printed.Index + printed.Length),
                Certainty.PlaceInferred
            );
        }
        var count = At(SheetField.DonationCount);
        return (
            Yen(At(SheetField.Cost)),
            Yen(At(SheetField.Donation)),
            count is null ? null : new Read<int>((int)count.Value, count.Evidence)
        );
    }

    private Read<decimal>? Yen(Read<decimal>? printed) =>
        printed is not null && yenPerUnit is { } scale && FigureSize.OrNull(printed.Value * scale) is { } yen
            ? printed with
            {
                Value = yen,
            }
            : null;

    private static List<decimal?> Values(FlatMark mark) =>
        [.. mark.Match.Groups["number"].Captures.Select(capture => Figure.Parse(capture.Value).Value)];

    private static bool Fits(IReadOnlyList<SheetField> order, List<decimal?> row)
    {
        decimal? At(SheetField field) => order.ToList().IndexOf(field) is var i and >= 0 ? row[i] : null;
        var cost = At(SheetField.Cost);
        var donation = At(SheetField.Donation);
        var count = At(SheetField.DonationCount);
        return !(donation > cost) && !(count > 999) && !(count > donation) && !(count == 0 && donation > 0);
    }

    private static IEnumerable<IReadOnlyList<SheetField>> Permutations(IReadOnlyList<SheetField> fields) =>
        fields.Count <= 1
            ? [fields]
            : fields.SelectMany(field =>
                Permutations([.. fields.Where(other => other != field)])
                    .Select(IReadOnlyList<SheetField> (rest) => [field, .. rest])
            );
}
