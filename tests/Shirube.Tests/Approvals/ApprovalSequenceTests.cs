using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.Approvals;

/// <summary>Anybody does anything in any order: what has to hold of an approval holds after every act.</summary>
public sealed class ApprovalSequenceTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int Sequences = 16;
    private const int Acts = 30;

    private readonly ApprovalOffice office = new(database, "102032");
    private readonly HashSet<ApprovalState> reached = [];
    private readonly HashSet<ApprovalAct> done = [];
    private Asker drafter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await office.OpenAsync();
        // The drafter is an approver too, and others delegate to the drafter: it must not help.
        var both = office.Other with
        {
            Posts = [new(Role.PlanningOfficer, office.Planning), new(Role.Approver, null)],
        };
        drafter = both;
        (await office.DelegateAsync(office.Head, both)).ShouldBeEmpty();
        (await office.DelegateAsync(office.Mayor, both)).ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Acts_InAnyOrder_KeepTheInvariantsAndReachEveryState()
    {
        for (var seed = 1; seed <= Sequences; seed++)
            await RunAsync(seed);

        reached.Order().ShouldBe(Enum.GetValues<ApprovalState>().Order());
        done.Order().ShouldBe(Enum.GetValues<ApprovalAct>().Order());
    }

    private async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        var key = await office.ImportAsync();
        var number = await office.DraftAsync(key, drafter);
        var before = await SeeAsync(number);
        done.UnionWith(before.Entries.Select(entry => entry.Act));
        string? decidedHash = null;
        for (var at = 0; at < Acts; at++)
        {
            var told = $"seed {seed}, act {at}";
            var act = await DoAsync(random, key, number);
            var now = await SeeAsync(number);
            told += $": {act} {before.State} → {now.State}";
            reached.Add(now.State);

            if (ApprovalTransition.IsEnd(before.State))
                (now.State, now.Entries.Count).ShouldBe((before.State, before.Entries.Count), told);
            foreach (var entry in now.Entries.Skip(before.Entries.Count))
            {
                done.Add(entry.Act);
                ApprovalTransition.Of(before.State, entry.Act)!.To.ShouldBe(entry.To, told);
            }
            if (now.Entries.Count == before.Entries.Count)
                now.State.ShouldBe(before.State, told);
            now.Seats.ShouldAllBe(seat => seat.FilledBy != drafter.Person, told);
            now.Seats.Where(seat => seat.FilledBy is not null)
                .GroupBy(seat => (seat.Round, seat.FilledBy))
                .ShouldAllBe(group => group.Count() == 1, told);
            if (now.State == ApprovalState.Decided)
            {
                var seats = now.Seats.Where(seat => seat.Round == now.Round).ToList();
                seats.Count.ShouldBe(3, told);
                seats.ShouldAllBe(seat => !seat.IsOpen, told);
                now.Hash.ShouldBe(decidedHash ??= now.Hash, told);
                ApprovedContent.HashOf(now.Bytes).ShouldBe(now.Hash, told);
                (await ContentAsync(key)).ShouldBe(now.Hash, told);
            }
            before = now;
        }
    }

    private async Task<string> DoAsync(Random random, VersionKey key, int number)
    {
        Asker[] people = [drafter, office.Head, office.Industrial, office.Deputy, office.Mayor];
        var by = people[random.Next(people.Length)];
        var act = random.Next(12);
        try
        {
            switch (act)
            {
                case 0 or 1:
                    await office.SubmitAsync(number, random.Next(4) == 0 ? by : drafter);
                    break;
                case 2 or 3 or 4:
                    await office.ReviewAsync(by, number);
                    break;
                case 5 or 6:
                    await office.DecideAsync(by, number);
                    break;
                case 7:
                    await office.ActForAsync(by, number);
                    break;
                case 8 when random.Next(3) == 0:
                    await office.SendBackAsync(by, number);
                    break;
                case 9 when random.Next(3) == 0:
                    await office.PullBackAsync(by, number);
                    break;
                case 10 when random.Next(2) == 0:
                    await office.CorrectAsync(key, $"{random.Next(100, 2000)}");
                    break;
                case 10:
                    await office.ConfirmAsync(by, number);
                    break;
                case 11 when random.Next(6) == 0:
                    await office.DiscardAsync(by, number);
                    break;
                default:
                    await office.ReviseAsync(drafter, number);
                    break;
            }
        }
        catch (Exception refused) when (refused is NotPermittedException or DocumentRefusedException)
        {
            return $"{act} by {by.Name}, refused";
        }
        return $"{act} by {by.Name}";
    }

    private async Task<Seen> SeeAsync(int number)
    {
        await using var db = office.Db();
        var approval = await db.Approvals.SingleAsync(row => row.Number == number, Cancel);
        var content = await db.ApprovedContents.SingleAsync(
            row => row.ApprovalNumber == number && row.Edition == approval.Edition,
            Cancel
        );
        return new(
            approval.State,
            approval.Round,
            content.Sha256,
            content.Bytes,
            await db
                .ApprovalEntries.Where(row => row.ApprovalNumber == number)
                .OrderBy(row => row.Number)
                .ToListAsync(Cancel),
            await db.ApprovalSeats.Where(row => row.ApprovalNumber == number).ToListAsync(Cancel)
        );
    }

    private async Task<string> ContentAsync(VersionKey key)
    {
        await using var db = office.Db();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var content = await DocumentVersionSubject.Kind.HoldAsync(
            db,
            key.Government,
            ApprovalOffice.AddressOf(key),
            Cancel
        );
        return ApprovedContent.HashOf(content!.Bytes);
    }

    private sealed record Seen(
        ApprovalState State,
        int Round,
        string Hash,
        byte[] Bytes,
        IReadOnlyList<ApprovalEntry> Entries,
        IReadOnlyList<ApprovalSeat> Seats
    );
}
