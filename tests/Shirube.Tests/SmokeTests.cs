namespace Shirube.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Nothing() { }
}
