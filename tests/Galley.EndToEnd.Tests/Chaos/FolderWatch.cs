namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>Waits for something to become true of a folder's files, without asking again and again.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly TaskCompletionSource _holds = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<bool> _condition;

    public FolderWatch(string folder, Func<bool> condition)
    {
        _condition = condition;
        _watcher = new FileSystemWatcher(folder)
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Created += (_, _) => Look();
        _watcher.Changed += (_, _) => Look();
        _watcher.Renamed += (_, _) => Look();
        _watcher.EnableRaisingEvents = true;
        Look();
    }

    public Task Holds => _holds.Task;

    public void Dispose() => _watcher.Dispose();

    private void Look()
    {
        if (!_holds.Task.IsCompleted && _condition())
        {
            _holds.TrySetResult();
        }
    }
}
