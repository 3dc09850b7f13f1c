using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shirube.Calendar;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Search;
using Shirube.Web.Import;
using static Shirube.Web.Texts;

namespace Shirube.Web.Search;

/// <summary>What an address of the search page asks for, and the address that asks for it.</summary>
internal sealed record SearchAddress(string Code, SearchQuery Query, int Page, string? YearText)
{
    private const string Approved = "approved";
    private const string NotApproved = "not-approved";

    public static SearchAddress Read(string code, IQueryCollection asked, List<FormError> errors)
    {
        var text = asked["q"].ToString();
        if (text.Length > SearchTerms.MaxLength)
            errors.Add(new FormError("q", T("Search.TooLong", SearchTerms.MaxLength)));
        var yearText = asked["year"].ToString().Trim();
        FiscalYear? year = null;
        if (yearText.Length > 0 && FiscalYear.TryParse(yearText, out var known))
            year = known;
        else if (yearText.Length > 0)
            errors.Add(new FormError("year", T("Search.NoYear", yearText)));
        var query = new SearchQuery(
            text,
            Enum.TryParse<SearchKind>(asked["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null,
            GovernmentCode.TryParse(asked["government"], out var government) ? government : null,
            year?.Year,
            asked["state"].ToString() switch
            {
                Approved => true,
                NotApproved => false,
                _ => null,
            },
            asked["versions"] == "all"
        );
        var last = SearchQuery.Counted / SearchQuery.PageSize;
        var page = int.TryParse(asked["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 1;
        return new(code, query, Math.Clamp(page, 1, last), yearText);
    }

    public static string Of(string code) => $"/governments/{code}/search";

    /// <summary>KPIs like one of a document.</summary>
    /// <param name="government">For which one looks.</param>
    /// <param name="indicator">Its place in the document, from 0.</param>
    public static string Similar(GovernmentCode government, DocumentVersion version, int indicator) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/governments/{government}/search/indicators?of={version.GovernmentCode}&document={version.DocumentNumber}&version={version.VersionNumber}&no={indicator + 1}"
        );

    public string? State =>
        Query.IsApproved switch
        {
            true => Approved,
            false => NotApproved,
            null => null,
        };

    public static IEnumerable<(string, string)> States =>
        [(Approved, T("Search.Approved")), (NotApproved, T("Search.NotApproved"))];

    public string At(int page) => Of(Query, page);

    /// <summary>The same words, nothing narrowed.</summary>
    public string Wide => Of(new SearchQuery(Query.Text), 1);

    private string Of(SearchQuery query, int page)
    {
        var fields = new List<KeyValuePair<string, string?>> { new("q", query.Text) };
        Add("kind", query.Kind?.ToString());
        Add("government", query.Government?.Value);
        Add("year", query.Year?.ToString(CultureInfo.InvariantCulture));
        Add("state", query.IsApproved is null ? null : State);
        Add("versions", query.EveryVersion ? "all" : null);
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return Of(Code) + QueryString.Create(fields);

        void Add(string name, string? value)
        {
            if (value is not null)
                fields.Add(new(name, value));
        }
    }
}
