using Shirube.Search;

namespace Shirube.Tests.Search;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ＫＰＩ", "kpi")]
    [InlineData("ガイド", "がいど")]
    [InlineData("ｶﾞｲﾄﾞ", "がいど")]
    [InlineData("か\u3099い", "がい")]
    [InlineData("㈱しるべ", "(株)しるべ")]
    [InlineData("①", "1")]
    [InlineData("佐々木", "佐々木")]
    [InlineData("センター", "せんたー")]
    [InlineData("ヽヾ", "ゝゞ")]
    [InlineData("㍻", "平成")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("再\n生　計 画", "再生計画")]
    [InlineData("Web サイト", "webさいと")]
    [InlineData("data  base", "data base")]
    [InlineData("１０ ２０", "10 20")]
    [InlineData("Ｋ Ｐ Ｉ ①", "kpi 1")]
    [InlineData("a b cd", "ab cd")]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("1 人", "1人")]
    [InlineData("▲５−２", "▲5-2")]
    [InlineData("１，０６４，４５０人", "1064450人")]
    [InlineData("2024,2025年度、3,4", "2024,2025年度、3,4")]
    [InlineData("\u0000\u0001", "")]
    [InlineData("⺠間", "民間")]
    public void Fold_OfWhatIsWrittenOtherwise_IsTheSame(string written, string folded) =>
        FoldedText.Fold(written).ShouldBe(folded);

    [Fact]
    public void Fold_OfHalfASurrogatePair_IsTheSignForWhatCannotBeRead() =>
        FoldedText.Fold("\ud800計").ShouldBe("\ufffd計");

    [Theory]
    [InlineData("講座ｶﾞｲﾄﾞ集", "がいど", "ｶﾞｲﾄﾞ")]
    [InlineData("第㈱社", "(株)", "㈱")]
    [InlineData("第㈱社", "株", "㈱")]
    [InlineData("地域再\n生計画", "再生", "再\n生")]
    [InlineData("葛\U000E0100城市", "葛城", "葛\U000E0100城")]
    [InlineData("a 𠮷野家", "𠮷", "𠮷")]
    [InlineData("data  base", "a b", "a  b")]
    [InlineData("計106,445人", "106445", "106,445")]
    public void Written_OfAFoldedStretch_IsWhatWasWrittenThere(string text, string sought, string written)
    {
        var folded = FoldedText.Of(text);
        var at = folded.Text.IndexOf(sought, StringComparison.Ordinal);

        var (start, end) = folded.Written(at, sought.Length);

        text[start..end].ShouldBe(written);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Written_OfAnyStretch_StaysInTheTextAndInOrder(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var text = RandomText.Of(random, random.Next(1, 40));
            var folded = FoldedText.Of(text);
            var last = 0;
            for (var i = 0; i < folded.Text.Length; i++)
            {
                var (start, end) = folded.Written(i, 1);
                start.ShouldBeGreaterThanOrEqualTo(last);
                end.ShouldBeInRange(start, text.Length);
                last = start;
            }
        }
    }
}
