using System.Threading.Channels;

namespace Galley.Cli.Serving;

/// <summary>Says that something below the content root changed, once for the burst of events that one save makes.</summary>
internal sealed class ContentWatch : IDisposable
{
    /// <summary>Editors write, rename and touch within a few milliseconds of each other.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(40);

    private readonly FileSystemWatcher _watcher;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly TimeProvider _clock;

    public ContentWatch(string root, TimeProvider clock)
    {
        _clock = clock;
        _watcher = new FileSystemWatcher(root) { IncludeSubdirectories = true };
        _watcher.Changed += OnChange;
        _watcher.Created += OnChange;
        _watcher.Deleted += OnChange;
        _watcher.Renamed += OnChange;
        // Too many at once to list them: something did change.
        _watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.EnableRaisingEvents = true;
    }

    public async Task Next(CancellationToken cancellationToken)
    {
        await _changes.Reader.ReadAsync(cancellationToken);
        await Task.Delay(Burst, _clock, cancellationToken);
        _changes.Reader.TryRead(out _);
    }

    public void Dispose() => _watcher.Dispose();

    /// <summary>Galley's own files, Git's and an editor's are none of the content.</summary>
    private void OnChange(object sender, FileSystemEventArgs change)
    {
        var path = change.Name?.Replace('\\', '/') ?? "";
        if (
            path == "galley.yaml"
            || path is "clients" or "styles"
            || (path.StartsWith("clients/", StringComparison.Ordinal) && !path.Contains("/."))
            || path.StartsWith("styles/", StringComparison.Ordinal)
        )
        {
            _changes.Writer.TryWrite(true);
        }
    }
}
