using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Shirube.Tests.Web;

/// <summary>Everything that the site logs, at every level.</summary>
public sealed class LineLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose() { }
}
