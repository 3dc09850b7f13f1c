using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Approvals;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

public sealed class HandOverTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly ApprovalOffice office = new(database, "102032");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await office.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Open_ByAnAdministrator_LeavesOutTheApprovalsThatOthersMayRead()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());

        var seen = await OpenAsync(office.Head, office.Drafter.Person);
        var managed = await OpenAsync(office.Office.As(Role.Administrator), office.Drafter.Person);

        seen!.Drafted.ShouldHaveSingleItem().Number.ShouldBe(number);
        managed!.Drafted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-2, true)]
    [InlineData(-13, false)]
    public async Task Open_OfAColleagueWhoLeft_IsForAYear(int months, bool isShown)
    {
        var last = JapanDay.Today(office.Clock).AddMonths(months);
        await using (var db = office.Db())
            await db
                .Posts.Where(post => post.PersonId == office.Drafter.Person)
                .ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(post => post.ValidUntil, last)
                            .SetProperty(post => post.ValidFrom, new DateOnly(2020, 4, 1)),
                    Cancel
                );
        var officer = await office.PersonAsync("near", Role.DepartmentOfficer, office.Planning);

        if (isShown)
            (await OpenAsync(officer, office.Drafter.Person)).ShouldNotBeNull();
        else
            await Should.ThrowAsync<NotPermittedException>(() => OpenAsync(officer, office.Drafter.Person));
    }

    private async Task<HandOver?> OpenAsync(Asker asker, Guid person)
    {
        await using var db = office.Db(asker.Person);
        return await new OpenHandOver(db, office.Clock).ExecuteAsync(asker, person, Cancel);
    }
}
