using System.Globalization;
using Shirube.Documents.Stored;
using Shirube.Search;

namespace Shirube.Web.Search;

/// <summary>Where a hit stands, as an address.</summary>
internal static class SearchLink
{
    public static string Of(SearchHit hit)
    {
        if (hit.Subject.Subject == SearchSubject.Draft)
            return hit.Address;
        var (page, query, fragment) = PlaceOf(hit);
        if (!hit.IsNewest)
            query.Add($"version={hit.Subject.Version.ToString(CultureInfo.InvariantCulture)}");
        return Document.AddressOf(hit.Subject.Government, hit.Subject.Number)
            + page
            + (query.Count > 0 ? "?" + string.Join('&', query) : "")
            + fragment;
    }

    /// <summary>Of a value's own page, where its passage is marked in the source text.</summary>
    public static string Of(SimilarIndicator indicator) =>
        Document.AddressOf(indicator.Subject.Government, indicator.Subject.Number)
        + "/evidence?pointer="
        + Uri.EscapeDataString(indicator.Place)
        + "#passage";

    private static (string Page, List<string> Query, string Fragment) PlaceOf(SearchHit hit) =>
        hit.Place.Split('/') switch
        {
            ["", "title"] => ("", [], ""),
            ["", "chapters", var at, ..] => ("", [], $"#chapter-{at}{Words(hit)}"),
            ["", "lines", var line] => (
                "/text",
                [],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"#L{int.Parse(line, CultureInfo.InvariantCulture) + hit.LinesBefore}"
                )
            ),
            _ => ("/evidence", ["pointer=" + Uri.EscapeDataString(hit.Place)], "#passage"),
        };

    /// <summary>A browser that knows it goes to the words themselves; any other to the chapter.</summary>
    private static string Words(SearchHit hit) =>
        hit.Passage.FirstOrDefault(part => part.IsHit) is { } first
        && !hit.Place.EndsWith("/title", StringComparison.Ordinal)
            ? ":~:text=" + Uri.EscapeDataString(first.Text).Replace("-", "%2D", StringComparison.Ordinal)
            : "";
}
