using Shirube.People;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

/// <summary>No table holds a person's number without standing in the list from which data are disclosed and erased.</summary>
public sealed class HeldDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_PlacesOfAPersonsNumber_AreThoseOfTheTables()
    {
        await using var columns = database.Connections.CreateCommand(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'uuid' and column_name not in ('session_id', 'notification_id') order by 1
            """
        );
        var found = new List<string>();
        await using var row = await columns.ExecuteReaderAsync(Cancel);
        while (await row.ReadAsync(Cancel))
            found.Add(row.GetString(0));

        HeldData.All.Select(held => $"{held.Table}.{held.Column}").Order().ShouldBe(found.Order());
    }

    [Fact]
    public void All_Places_SayWhatAndWhy()
    {
        foreach (var held in HeldData.All)
        {
            held.What.ShouldNotContain('.');
            (held.Why.Length > 0).ShouldBe(held.StaysOnErasure);
            held.Why.ShouldNotEndWith(".why");
        }
    }
}
