using System.Collections.Concurrent;

namespace Shirube.Data;

/// <summary>
/// One thread that never ends. A child that asks to be signalled when its parent dies is signalled when the thread
/// that started it ends, so PostgreSQL must not be started from a thread of the pool.
/// </summary>
internal static class LastingThread
{
    private static readonly BlockingCollection<Action> Work = StartThread();

    public static Task<T> Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception error)
            {
                result.SetException(error);
            }
        });
        return result.Task;
    }

    private static BlockingCollection<Action> StartThread()
    {
        var queue = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var work in queue.GetConsumingEnumerable())
                work();
        })
        {
            IsBackground = true,
            Name = "shirube children",
        }.Start();
        return queue;
    }
}
