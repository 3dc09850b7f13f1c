namespace Shirube.BrowserTests;

/// <summary>The style sheet and the script that the pages load, made with npm before the build.</summary>
internal static class Bundle
{
    /// <summary>Without them every page test would fail, each for a reason of its own.</summary>
    public static void ShouldBeThere()
    {
        var dist = Path.Combine(Browser.Root, "src", "Shirube.Web", "wwwroot", "dist");
        foreach (var name in (string[])["shirube.css", "shirube.js"])
            if (new FileInfo(Path.Combine(dist, name)) is not { Exists: true, Length: > 0 })
                throw new InvalidOperationException(
                    $"{name} is not in {dist}. Run ./test, or: npm --prefix src/Shirube.Web ci && npm --prefix src/Shirube.Web run build, then build again."
                );
    }
}
