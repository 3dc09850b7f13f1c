using System.Text;
using Shirube.Documents.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照表 as a file: the table, or the cells of the KPIs that differ.</summary>
/// <param name="Name">With its ending.</param>
public sealed record ComparisonFile(string Name, string ContentType, byte[] Content)
{
    public const string Csv = ".csv";

    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<string> Endings =
    [
        .. ComparisonSheet.Formats.Select(DocumentWriter.EndingOf),
        Csv,
    ];

    /// <summary>As the trail calls what was taken out: <c>comparison.docx</c>.</summary>
    internal static string What(string ending) => "comparison" + ending;

    /// <param name="name">Without its ending.</param>
    /// <param name="ending">One of <see cref="Endings"/>.</param>
    /// <param name="whole">What stayed too; the cells are always those that differ.</param>
    internal static ComparisonFile Of(
        string name,
        string ending,
        ComparisonHead head,
        ComparisonLayout layout,
        PlanComparison comparison,
        bool whole
    )
    {
        if (ending == Csv)
            return new(
                name + Csv,
                "text/csv; charset=utf-8",
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(IndicatorDifferences.Csv(comparison, layout))]
            );
        var format = ComparisonSheet.Formats.Single(format => DocumentWriter.EndingOf(format) == ending);
        return new(
            name + ending,
            DocumentWriter.ContentTypeOf(format),
            ComparisonSheet.Write(head, layout, comparison.Shown(whole), whole, format)
        );
    }
}
