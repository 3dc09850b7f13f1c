using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Documents.Writing;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Web.Asking;
using Shirube.Web.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Approvals;

/// <summary>The files of an approval: what was attached, the frozen content, and the frame of the printed sheet.</summary>
internal static class ApprovalFiles
{
    private const string Of = "/governments/{code}/approvals/{number:int}";

    public static void MapApprovalFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Of + "/attachments/{no:int}", Attachment).May(Act.ReadApprovals);
        routes.MapGet(Of + "/content.json", Content).May(Act.ReadApprovals);
        routes.MapGet(Of + "/sheet.css", SheetFrame).May(Act.ReadApprovals);
        routes.MapGet(Of + "/form.css", FormFrame).May(Act.ReadApprovals);
    }

    private static async Task<IResult> Attachment(
        int number,
        int no,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var open = await OpenApproval.FindAsync(db, clock, asker, number, cancel);
        if (open?.Attachments.FirstOrDefault(one => one.Number == no) is not { } attached)
            return Results.NotFound();
        var content = await db
            .AttachedFiles.Where(one => one.Sha256 == attached.Sha256)
            .Select(one => one.Content)
            .SingleAsync(cancel);
        return Results.File(content, "application/octet-stream", attached.FileName);
    }

    private static async Task<IResult> Content(
        int number,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        await OpenApproval.FindAsync(db, clock, asker, number, cancel) is { } open
            ? Results.File(
                open.Content.Bytes,
                "application/octet-stream",
                FileName.Of(open.Approval.SubjectName, T("File.Approval", number, open.Approval.Edition), ".json")
            )
            : Results.NotFound();

    private static Task<IResult> SheetFrame(
        int number,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    ) => Frame(number, db, asker, clock, _ => T("Sheet.Title"), cancel);

    private static Task<IResult> FormFrame(
        int number,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    ) => Frame(number, db, asker, clock, approval => approval.SubjectName, cancel);

    private static async Task<IResult> Frame(
        int number,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        Func<Approval, string> title,
        CancellationToken cancel
    ) =>
        await OpenApproval.FindAsync(db, clock, asker, number, cancel) is { } open
            ? Results.Text(
                PrintFrame.Of(
                    $"{GovernmentDirectory.Find(open.Approval.GovernmentCode)!.FullName}　{title(open.Approval)}",
                    T("Approval.No", number),
                    T("Print.Hash", open.Content.Sha256[..12])
                ),
                "text/css; charset=utf-8"
            )
            : Results.NotFound();
}
