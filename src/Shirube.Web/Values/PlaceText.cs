using Shirube.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>Where a passage stands, as one would look for it: a text file has lines, but no pages.</summary>
internal static class PlaceText
{
    public static string Of(Passage at, bool hasPages) =>
        (hasPages, at.EndLine > at.Line) switch
        {
            (true, true) => T("Evidence.Places", at.Page, at.Line, at.EndLine),
            (true, false) => T("Evidence.Place", at.Page, at.Line),
            (false, true) => T("Evidence.Lines", at.Line, at.EndLine),
            (false, false) => T("Evidence.Line", at.Line),
        };
}
