using System.Reflection;
using System.Text.RegularExpressions;
using Shirube.Data;
using Shirube.Tests.Support;

namespace Shirube.Tests.Architecture;

public sealed class GlossaryTests
{
    [Fact]
    public void Glossary_NameInTheCode_IsATypeOfThatName()
    {
        var types = new[] { typeof(ShirubeDb).Assembly, Assembly.Load("Shirube.Web"), Assembly.Load("Shirube.Cli") }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => type.Name)
            .ToHashSet();
        var glossary = File.ReadAllText(Path.Combine(Repository.Root, "docs", "glossary.md"));
        var built = glossary.Split("## In the code")[1].Split("## Planned")[0];

        var names = Regex
            .Matches(built, @"^\|[^|]+\|([^|]+)\|", RegexOptions.Multiline)
            .SelectMany(row => Regex.Matches(row.Groups[1].Value, "`([^`]+)`"))
            .Select(name => name.Groups[1].Value)
            .ToList();

        names.Count.ShouldBeGreaterThan(30);
        names.Except(types).ShouldBeEmpty();
    }
}
