namespace Shirube.Documents;

/// <summary>
/// The file cannot be read, for a reason that its owner can mend. Code and arguments name a text in the resource
/// files that says what was tried and what to do next; nobody is shown a stack trace.
/// </summary>
/// <param name="code">Stable, for example <c>FILE003</c>.</param>
public sealed class DocumentRefusedException(string code, params IReadOnlyList<object?> arguments) : Exception(code)
{
    public string Code { get; } = code;
    public IReadOnlyList<object?> Arguments { get; } = arguments;
}
