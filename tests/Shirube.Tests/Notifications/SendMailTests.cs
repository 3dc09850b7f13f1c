using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Notifications;
using Shirube.Permissions;
using Shirube.Tests.People;
using Shirube.Tests.Support;
using Shirube.Web.Mail;

namespace Shirube.Tests.Notifications;

public sealed class SendMailTests : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private readonly Later clock = new();
    private readonly SmallSmtpServer server = new();
    private Guid person;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        var office = new Office(database, "102032");
        await office.RegisterAsync();
        person = (await office.InviteAsync("told@sample.example", Role.Approver)).Person;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Round_WithAServer_SendsOnceInJapaneseToThePerson()
    {
        await TellAsync();

        (await RoundAsync()).ShouldBe(1);
        (await RoundAsync()).ShouldBe(0);

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.ShouldContain("told@sample.example");
        mail.ShouldContain("Auto-Submitted: auto-generated");
        var body = System.Text.Encoding.UTF8.GetString(
            Convert.FromBase64String(mail.Split("\r\n\r\n", 2)[1].Replace("\r\n", "", StringComparison.Ordinal))
        );
        body.ShouldContain("決裁第7号「計画」があなたの承認を待っています。");
        body.ShouldContain("https://shirube.example/governments/102032/approvals/7");
    }

    [Theory]
    [InlineData(SmtpManner.DropOnConnect, 1)]
    [InlineData(SmtpManner.DropBeforeAnswer, 1)]
    [InlineData(SmtpManner.RefuseForNow, 1)]
    [InlineData(SmtpManner.KeepAndDrop, 2)]
    public async Task Round_WhileTheServerFails_LosesNothingAndTriesLaterUnderTheSameId(object manner, int copies)
    {
        await TellAsync();
        server.Manner = (SmtpManner)manner;
        (await RoundAsync()).ShouldBe(0);
        server.Manner = SmtpManner.Accept;
        // Not before its time.
        (await RoundAsync()).ShouldBe(0);
        clock.Now += TimeSpan.FromMinutes(1);

        (await RoundAsync()).ShouldBe(1);

        server.Ids.Count().ShouldBe(copies);
        server.Ids.Distinct().Count().ShouldBe(1);
        (await MailAsync()).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Round_WithoutAnyServer_KeepsTheMailAndWaitsLongerEachTime()
    {
        await TellAsync();
        await server.DisposeAsync();
        var waits = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            await RoundAsync();
            var mail = await MailAsync();
            waits.Add((mail.NextAttemptAt - clock.Now).TotalMinutes);
            clock.Now = mail.NextAttemptAt;
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60]);
        (await MailAsync()).LastError.ShouldNotBeNullOrEmpty();
        clock.Now += OutgoingMail.GiveUpAfter;
        await RoundAsync();
        (await MailAsync()).GivenUpAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Round_RefusedForGoodForADay_IsGivenUp()
    {
        await TellAsync();
        var refusing = Sender((_, _) => throw new MailRefusedException("550"));
        var begun = clock.Now;
        while ((await RoundOfAsync(refusing)).GivenUpAt is null && clock.Now < begun.AddDays(3))
            clock.Now = (await MailAsync()).NextAttemptAt;

        (clock.Now - begun).TotalHours.ShouldBeInRange(23, 25);
        (await MailAsync()).LastError.ShouldBe("550");
        (await RoundAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Round_RefusedByARelayThatIsSetRightLater_SendsTheMail()
    {
        await TellAsync();
        server.Manner = SmtpManner.RefuseForGood;
        (await RoundAsync()).ShouldBe(0);
        clock.Now += TimeSpan.FromHours(1);
        server.Manner = SmtpManner.Accept;

        (await RoundAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Round_PersonLeftMeanwhile_SendsNothing()
    {
        await TellAsync();
        await using (var db = database.NewContext("102032"))
            await db.Database.ExecuteSqlAsync($"update post set valid_until = '2026-08-31'", Cancel);

        (await RoundAsync()).ShouldBe(0);

        server.Mails.ShouldBeEmpty();
        (await MailAsync()).GivenUpAt.ShouldNotBeNull();
    }

    private async Task<OutgoingMail> RoundOfAsync(SendMail sender)
    {
        await sender.RoundAsync(Cancel);
        return await MailAsync();
    }

    /// <summary>Between the server's answer and our own note of it there is a moment that no order of steps removes.</summary>
    [Fact]
    public async Task Round_KilledBetweenTheServersAnswerAndTheCommit_SendsACopyUnderTheSameId()
    {
        await TellAsync();
        var killed = Sender(
            async (letter, cancel) =>
            {
                await Smtp(letter, cancel);
                throw new InvalidOperationException("killed");
            }
        );
        await Should.ThrowAsync<InvalidOperationException>(() => killed.RoundAsync(Cancel));

        (await RoundAsync()).ShouldBe(1);

        server.Ids.Count().ShouldBe(2);
        server.Ids.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Rounds_OfSeveralNodesAtOnce_SendEachMailOnce()
    {
        for (var i = 0; i < 12; i++)
            await TellAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sender(Smtp).RoundAsync(Cancel)));

        sent.Sum().ShouldBe(12);
        server.Ids.Distinct().Count().ShouldBe(12);
        server.Mails.Count.ShouldBe(12);
    }

    [Fact]
    public async Task Round_PersonErasedMeanwhile_SendsNothing()
    {
        await TellAsync();
        await using (var db = database.NewContext("102032"))
            await db.Database.ExecuteSqlAsync($"select erase_person({person}, now())", Cancel);

        (await RoundAsync()).ShouldBe(0);

        server.Mails.ShouldBeEmpty();
        (await MailAsync()).GivenUpAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Notification_OfAnotherPerson_IsNotSeenAndNotMarked()
    {
        await TellAsync();
        await using var db = database.NewContext(new Scope(GovernmentCode.Parse("102032"), Guid.NewGuid()));

        (await db.Notifications.IgnoreQueryFilters().AnyAsync(Cancel)).ShouldBeFalse();
        (
            await db
                .Notifications.IgnoreQueryFilters()
                .ExecuteUpdateAsync(row => row.SetProperty(told => told.ReadAt, clock.Now), Cancel)
        ).ShouldBe(0);
    }

    private async Task TellAsync()
    {
        await using var db = database.NewContext("102032");
        Notify.Add(
            db,
            GovernmentCode.Parse("102032"),
            [person, person],
            NotificationKind.ApprovalWaits,
            "/governments/102032/approvals/7",
            clock.Now,
            "7",
            "計画"
        );
        await db.SaveChangesAsync(Cancel);
    }

    private Task<int> RoundAsync() => Sender(Smtp).RoundAsync(Cancel);

    private SendMail Sender(MailDelivery deliver) =>
        new(database.NewContext, clock, deliver, new Uri("https://shirube.example"));

    private Task Smtp(Letter letter, CancellationToken cancel) =>
        SmtpDelivery.To(
            new("127.0.0.1", server.Port, false, null, null, "shirube@sample.example", new("https://x"), TimeSpan.Zero)
        )(letter, cancel);

    private async Task<OutgoingMail> MailAsync()
    {
        await using var db = database.NewContext("102032");
        return await db.OutgoingMails.SingleAsync(Cancel);
    }

    private sealed class Later : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
