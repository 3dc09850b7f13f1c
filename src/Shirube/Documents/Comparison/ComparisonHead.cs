namespace Shirube.Documents.Comparison;

/// <summary>What stands over 新旧対照表 on paper.</summary>
/// <param name="Government">Its name.</param>
/// <param name="Name">Of the plan or document.</param>
/// <param name="States">Which two states stand beside each other, under the names of their columns.</param>
/// <param name="Procedure">変更の区分, a line each; the proposal says why.</param>
public sealed record ComparisonHead(string Government, string Name, string States, IReadOnlyList<string> Procedure);
