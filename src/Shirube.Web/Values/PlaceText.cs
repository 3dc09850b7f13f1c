using Shirube.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>Where a passage stands, as one would look for it: a text file has lines, but no pages.</summary>
internal static class PlaceText
{
    public static string Of(Passage at, bool hasPages) =>
        hasPages ? T("Evidence.Place", at.Page, at.Line) : T("Evidence.Line", at.Line);
}
