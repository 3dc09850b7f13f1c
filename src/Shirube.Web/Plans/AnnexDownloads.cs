using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Shirube.Web.Asking;
using Shirube.Web.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>What the pages beside a plan's text give as files, and the paper they are printed on.</summary>
internal static class AnnexDownloads
{
    private const string Of = "/governments/{code}/plans/{number:int}";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapAnnexDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Of + "/tree.csv", TreeAsync).May(Act.ReadPlans);
        routes.MapGet(Of + "/tree.docx", OutlineAsync).May(Act.ReadPlans);
        routes.MapGet(Of + "/annex.css", PaperAsync).May(Act.ReadPlans);
    }

    private static async Task<IResult> TreeAsync(
        int number,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await FindAsync(number, db, asker, cancel) is not { } open)
            return Results.NotFound();
        await new ExportPlan(db, clock).RecordAsync(asker, open, "tree.csv", cancel);
        return Csv(TreeCsv.Of(open.Content), await NameAsync(open, "File.TreeTable", ".csv", db, cancel));
    }

    private static async Task<IResult> OutlineAsync(
        int number,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await FindAsync(number, db, asker, cancel) is not { } open)
            return Results.NotFound();
        var export = new ExportPlan(db, clock);
        await export.RecordAsync(asker, open, "tree.docx", cancel);
        var outline = WordWriter.Write(
            await export.MarkedAsync(open, TreeOutline.Of(open.Content, TitleOf(open)), cancel)
        );
        return Results.File(outline, Word, await NameAsync(open, "File.TreeOutline", ".docx", db, cancel));
    }

    private static async Task<IResult> PaperAsync(
        int number,
        string? paper,
        ShirubeDb db,
        Asker asker,
        CancellationToken cancel
    )
    {
        if (await FindAsync(number, db, asker, cancel) is not { } open)
            return Results.NotFound();
        var head = PrintFrame.Of(
            $"{GovernmentDirectory.Find(open.Draft.GovernmentCode)?.FullName}　{TitleOf(open)}",
            T("Annex.Draft"),
            ""
        );
        var size = paper == "a3" ? "A3" : "A4";
        return Results.Text(
            $"@page {{ size: {size} landscape; margin: 14mm 12mm; }}\n{head}",
            "text/css; charset=utf-8"
        );
    }

    private static Task<OpenPlan?> FindAsync(int number, ShirubeDb db, Asker asker, CancellationToken cancel) =>
        OpenPlan.FindAsync(db, asker.Government!.Value, number, cancel);

    /// <summary>Of what nobody decided, with the mark of a draft.</summary>
    private static async Task<string> NameAsync(
        OpenPlan open,
        string what,
        string ending,
        ShirubeDb db,
        CancellationToken cancel
    )
    {
        var state = await HandInState.OfAsync(db, open, cancel);
        return FileName.Of(TitleOf(open), T(what), (state.IsDraft ? DraftMark.Sign : "") + ending);
    }

    private static string TitleOf(OpenPlan open) => open.Content.Facts.Title ?? T("Plan.Untitled");

    private static IResult Csv(string text, string name) =>
        Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", name);
}
