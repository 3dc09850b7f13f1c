using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Shirube.Tests.Web.Plans;

/// <summary>The forms of a plan's pages, sent as a browser without script does it.</summary>
internal static class PlanForms
{
    private const string Own = "202029";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The plan is being approved from now on.</summary>
    /// <returns>The number of the approval.</returns>
    public static async Task<int> HandOverAsync(Site site, int plan)
    {
        var number = 100 + plan;
        await using var db = site.NewContext(Own);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into approval (government_code, number, subject_kind, subject_address, subject_name, drafter_id,
                drafted_at, state, reason, edition, round, step_position)
            values ({Own}, {number}, 'plan', {$"/governments/{Own}/plans/{plan}"}, '計画', {site.Officer.Number}, now(),
                'Draft', '公表のため', 1, 1, 1);
            update approval set state = 'InReview' where number = {number}
            """,
            Cancel
        );
        return number;
    }

    public static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));

    /// <summary>Sends the form that holds the button, with what was typed in place of what stood there.</summary>
    public static async Task<(Uri Address, IDocument Page)> PostAsync(
        HttpClient client,
        string address,
        IDocument page,
        string button,
        Dictionary<string, string> typed
    )
    {
        var form =
            page.QuerySelector($"main form button[value='{button}']")?.Closest("form")
            ?? page.QuerySelector("main form")!;
        var fields = new Dictionary<string, string> { ["do"] = button, ["_handler"] = "change" };
        foreach (var input in form.QuerySelectorAll("input, textarea, select"))
        {
            if (input.GetAttribute("type") is "checkbox" or "radio" && !input.HasAttribute("checked"))
                continue;
            fields[input.GetAttribute("name")!] = input.LocalName switch
            {
                "textarea" => input.TextContent,
                "select" => input.QuerySelector("option[selected]")?.GetAttribute("value") ?? "",
                _ => input.GetAttribute("value") ?? "",
            };
        }
        foreach (var (name, text) in typed)
            fields[name] = text;
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (
            answer.RequestMessage!.RequestUri!,
            await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel))
        );
    }
}
