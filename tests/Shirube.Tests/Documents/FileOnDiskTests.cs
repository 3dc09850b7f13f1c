using Shirube.Documents;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents;

public sealed class FileOnDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Load_Folder_IsRefusedAsAFolder() => Refusal(folder.Path).ShouldBe("FILE012");

    [Theory]
    [InlineData("nowhere.txt")]
    [InlineData("no/such/folder.txt")]
    public void Load_MissingFile_IsRefusedByName(string name) =>
        Refusal(Path.Combine(folder.Path, name)).ShouldBe("FILE011");

    [Fact]
    public void Load_LinkToNothing_IsRefused()
    {
        var link = Path.Combine(folder.Path, "link.txt");
        File.CreateSymbolicLink(link, "nowhere");

        Refusal(link).ShouldBe("FILE011");
    }

    [Fact]
    public void Load_Device_IsRefusedWithoutBeingRead()
    {
        var link = Path.Combine(folder.Path, "endless.txt");
        File.CreateSymbolicLink(link, "/dev/zero");

        Refusal(link).ShouldBe("FILE001");
    }

    [Fact]
    public void Load_LinkToAFile_ReadsTheFile()
    {
        var file = Path.Combine(folder.Path, "plan.txt");
        File.WriteAllText(file, "地域再生計画の名称");
        var link = Path.Combine(folder.Path, "l.txt");
        File.CreateSymbolicLink(link, file);

        FileOnDisk.Load(link).ShouldBe(File.ReadAllBytes(file));
    }

    [Fact]
    public void Load_TooLarge_IsRefusedBeforeItIsRead()
    {
        var file = Path.Combine(folder.Path, "large.pdf");
        using (var stream = File.Create(file))
            stream.SetLength(300L << 20);

        Refusal(file).ShouldBe("FILE002");
    }

    [Fact]
    public void MessageOf_NameWithControlCharacters_StaysOnOneLine() =>
        FindingText
            .MessageOf(new DocumentRefusedException("FILE001", "a\nb\u001b[31m.txt"))
            .ShouldNotContain(c => char.IsControl(c));

    public void Dispose() => folder.Dispose();

    private static string Refusal(string path) =>
        Should.Throw<DocumentRefusedException>(() => FileOnDisk.Load(path)).Code;
}
