using Shirube.Documents;
using Shirube.Documents.Stored;

namespace Shirube.Tests.Documents.Stored;

public sealed class ValueChangesTests
{
    private static readonly Dictionary<string, string?> None = [];

    [Fact]
    public void All_ItemWithoutAName_IsTheSameOneWithAnotherValue()
    {
        var change = Changes(Verified(null, 8), Verified(null, 9)).ShouldHaveSingleItem();

        change.Pointer.ShouldBe("/verification/0/month");
        (change.Before.Value, change.Now.Value).ShouldBe(("8", "9"));
    }

    [Fact]
    public void All_AnotherName_IsAnotherItem() =>
        Changes(Verified("岩手県", 8), Verified("遠野市", 8))
            .Select(change => (change.Kind, change.Item))
            .ShouldBe([(ValueChangeKind.ItemGone, "岩手県"), (ValueChangeKind.ItemNew, "遠野市")]);

    private static IReadOnlyList<ValueChange> Changes(Reading before, Reading now)
    {
        using var earlier = Transcript.Of(before);
        using var next = Transcript.Of(now);
        return new ValueChanges(earlier, None, next, None).All();
    }

    private static Reading Verified(string? entity, int month) =>
        new()
        {
            Kind = ReadingKind.Plan,
            Verification =
            [
                new ReadVerification
                {
                    Entity = entity is null ? null : new Read<string>(entity, Evidence),
                    Month = new Read<int>(month, Evidence),
                },
            ],
        };

    private static Evidence Evidence => new(new Passage(1, 1, 1, 0, "9"));
}
