namespace Shirube.BrowserTests;

public sealed class SmokeTests
{
    [Fact]
    public void Nothing() { }
}
