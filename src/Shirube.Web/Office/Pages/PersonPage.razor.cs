using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Web.Accounts;
using Shirube.Web.Hosting;
using Shirube.Web.Import;

namespace Shirube.Web.Office.Pages;

/// <summary>One person: the posts, and what an administrator does with them.</summary>
public sealed partial class PersonPage
{
    private readonly List<FormError> errors = [];
    private ListedPerson? person;
    private FoundAccount? account;
    private List<Department> departments = [];
    private Posted posted = null!;
    private Notice? notice;
    private string? secret;
    private IReadOnlyList<ErasePerson.Place> erased = [];

    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public Guid PersonId { get; set; }

    [SupplyParameterFromQuery(Name = "notice")]
    private string? NoticeText { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private ShirubeDb Db { get; set; } = null!;

    [Inject]
    private Asker Asker { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    private Notices Notices => (Notices)Services.GetService(typeof(Notices))!;

    private string Here => $"/governments/{Code}/people/{PersonId}";

    private DateOnly Today => JapanDay.Today(Clock);

    private bool MayManage => Asker.May(Act.ManagePeople);

    private bool CanEnd(ListedPost post) => EndPost.IsOpen(post.From, post.Until, Today);

    protected override async Task OnInitializedAsync()
    {
        posted = Posted.Of(Context, errors);
        notice = Notices.Read(NoticeText);
        person = await new ListPeople(Db, Clock).OpenAsync(Asker, PersonId, Context.RequestAborted);
        if (person is null)
        {
            Navigation.NotFound();
            return;
        }
        if (MayManage)
            await FindAccountAsync();
        departments = await Db
            .Departments.AsNoTracking()
            .Where(known => known.ValidUntil == null || known.ValidUntil >= Today)
            .OrderBy(known => known.Number)
            .ToListAsync(Context.RequestAborted);
    }

    private async Task FindAccountAsync() =>
        account = (await new FindAccount(Db).ExecuteAsync(Asker, [PersonId], Context.RequestAborted)).GetValueOrDefault(
            PersonId
        );

    private async Task End(ListedPost post)
    {
        var field = $"until{post.Number}";
        if (posted.Day(field, isNeeded: true) is not { } until)
            return;
        DateOnly? seen = DateOnly.TryParseExact(
            posted.Text("seen"),
            "O",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
        var end = new EndPost(Db, Clock);
        Finish(
            await end.ExecuteAsync(Asker, post.Number, until, seen, Context.RequestAborted),
            field,
            "Person.Ended",
            OfficeText.Post(post)
        );
    }

    private async Task Add()
    {
        if (PostFields.Read(posted, errors, person!.Name, person.Yomi, person.Mail) is not { } post)
            return;
        var outcome = await new InvitePerson(Db, Clock).ExecuteAsync(Asker, post, Context.RequestAborted);
        foreach (var fault in outcome.Faults)
            posted.Refuse(fault.Field is "mail" or "name" ? fault with { Field = "role" } : fault);
        if (outcome.Faults.Count == 0)
            Navigation.NavigateTo(Notices.AddressOf(Here, new Notice("Person.Added", [])));
    }

    private async Task InviteOnceMore()
    {
        var (made, fault) = await new InviteAgain(Db, Clock).ExecuteAsync(Asker, PersonId, Context.RequestAborted);
        Show(made, fault, "sign-in");
    }

    private async Task Reset()
    {
        var outcome = await new ResetAccount(Db, Clock).ExecuteAsync(
            Asker,
            PersonId,
            posted.Text("resetWhy"),
            cancel: Context.RequestAborted
        );
        Show(outcome.Secret, outcome.Fault, "resetWhy");
        await FindAccountAsync();
    }

    /// <summary>The link is a secret that is shown once: no cache keeps the page, and no address.</summary>
    private void Show(string? made, Fault? fault, string field)
    {
        Context.Response.Headers.CacheControl = "no-store";
        secret = made;
        if (fault is not null)
            posted.Refuse(fault with { Field = field });
    }

    private async Task SignOut() =>
        Finish(
            await new EndSessions(Db, Clock).ExecuteAsync(Asker, PersonId, Context.RequestAborted),
            "sign-in",
            "Person.SignedOut"
        );

    private async Task Revoke()
    {
        var why = posted.Text("revokeWhy");
        var revoke = new RevokeAccount(Db, Clock);
        var (fault, staysOpen) = await revoke.WithPostsAsync(Asker, PersonId, why, Context.RequestAborted);
        Finish(fault, "revokeWhy", staysOpen ? "Person.RevokedHere" : "Person.Revoked");
    }

    private async Task Erase()
    {
        var outcome = await new ErasePerson(Db, Clock).ExecuteAsync(
            Asker,
            PersonId,
            posted.Text("eraseWhy"),
            Context.RequestAborted
        );
        if (outcome.Fault is { } fault)
        {
            posted.Refuse(fault with { Field = "eraseWhy" });
            return;
        }
        erased = outcome.Places;
        person = await new ListPeople(Db, Clock).OpenAsync(Asker, PersonId, Context.RequestAborted);
        account = null;
    }

    private void Finish(Fault? fault, string field, string done, params string?[] arguments)
    {
        if (fault is not null)
            posted.Refuse(fault with { Field = field });
        else
            Navigation.NavigateTo(Notices.AddressOf(Here, new Notice(done, arguments)));
    }
}
