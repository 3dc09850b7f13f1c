using System.Globalization;
using Npgsql;
using Shirube.Data;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Plans.Writing;

namespace Shirube.Benchmarks;

/// <summary>
/// What a save while typing costs: one passage of a plan of 20,000 characters, of one of 20 times that, and the bare
/// update of the same row. It has to follow what changed, not the plan.
/// </summary>
internal static class SaveBenchmark
{
    private const string Key = "5-2-3";
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shirube-bench-");
        try
        {
            await using var store = await Store.OpenAsync(new StorePlace(folder.FullName), ClusterUse.Serving);
            var asker = Asker.Installer(Gunma, "benchmark");
            await using (var db = store.NewContext(asker.Scope))
                await new RegisterGovernment(db, TimeProvider.System).ExecuteAsync(Gunma, "benchmark");
            var small = new Typist(store, asker, await MakeAsync(store, asker, 1_000));
            var large = new Typist(store, asker, await MakeAsync(store, asker, 20_000));
            await new Typist(store, asker, await MakeAsync(store, asker, 1_000)).SaveAsync();
            await using var bare = NpgsqlDataSource.Create(
                store.Cluster!.ConnectionTo(DatabaseRoles.Database, "postgres")
            );
            Say(
                "a save in a plan of 400,000 characters, against one of 20,000",
                Pairs.Measure(large.Save, small.Save, 201, 50)
            );
            var row = 0;
            Say(
                "a save in a plan of 20,000 characters, against the bare update of its row",
                Pairs.Measure(small.Save, () => Update(bare, ++row), 201, 50)
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="each">Characters of each of its twenty passages.</param>
    private static async Task<int> MakeAsync(Store store, Asker asker, int each)
    {
        await using var db = store.NewContext(asker.Scope);
        var (plan, _) = await new StartPlan(db, TimeProvider.System).ExecuteAsync(
            asker,
            PlanForm.A3007,
            "計画（見本）"
        );
        var text = string.Concat(Enumerable.Repeat("地域の産業と人材を育てる。", each / 13 + 1))[..each];
        var passages = PlanOutline
            .Of(PlanForm.A3007)
            .SelectMany(section => section.Passages([new PlanAuthor(1, "群馬県", Gunma)]))
            .Where(passage => passage.Key != Key);
        foreach (var passage in passages)
            await new SavePassage(db, TimeProvider.System).ExecuteAsync(
                asker,
                plan!.Value,
                new TypedPassage(passage.Key, text, passage.Key == PlanOutline.Title ? 1 : 0)
            );
        return plan!.Value;
    }

    private static void Update(NpgsqlDataSource bare, int number)
    {
        using var command = bare.CreateCommand(
            "update draft_passage set text = $1, revision = revision + 1 where draft_number = 3 and key = $2"
        );
        command.Parameters.AddWithValue(TextOf(number));
        command.Parameters.AddWithValue(Key);
        command.ExecuteNonQuery();
    }

    private static string TextOf(int number) => string.Create(CultureInfo.InvariantCulture, $"書いている文 {number}");

    private static void Say(string what, (double Ours, double Limit, double Ratio) times) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {times.Ours:0.00} ms against {times.Limit:0.00} ms, {times.Ratio:0.00}"
            )
        );

    /// <summary>Somebody who goes on typing one passage.</summary>
    private sealed class Typist(Store store, Asker asker, int plan)
    {
        private int saves;
        private int seen;

        public void Save() => SaveAsync().GetAwaiter().GetResult();

        public async Task SaveAsync()
        {
            await using var db = store.NewContext(asker.Scope);
            var typed = new TypedPassage(Key, TextOf(++saves), seen);
            var saved = await new SavePassage(db, TimeProvider.System).ExecuteAsync(asker, plan, typed);
            if (saved.Fault is not null || saved.Rival is not null)
                throw new InvalidOperationException("The text was not saved.");
            seen = saved.Revision;
        }
    }
}
