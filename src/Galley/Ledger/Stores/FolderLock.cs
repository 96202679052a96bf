namespace Galley.Ledger.Stores;

/// <summary>One writer at a time. The operating system drops the lock when its process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string FileName = ".lock";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private const int PollsBetweenWords = 100;
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static async Task<FolderLock> Wait(string folder, LedgerOptions options, CancellationToken cancellationToken)
    {
        for (var polls = 0; ; polls++)
        {
            if (TryTake(folder) is { } taken)
            {
                return taken;
            }

            if (polls % PollsBetweenWords == 0)
            {
                options.Say($"Another galley is writing to the ledger in {folder}; waiting until it ends.");
            }

            await Task.Delay(Poll, options.Clock, cancellationToken);
        }
    }

    /// <summary>Whether another process, or another ledger of this one, holds it.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            using var _ = new FileStream(
                Path.Combine(folder, FileName),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read
            );
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return IsTaken(e);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FolderLock? TryTake(string folder)
    {
        try
        {
            return new FolderLock(
                new FileStream(
                    Path.Combine(folder, FileName),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException e) when (IsTaken(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows: .NET has no exception type of its own for them.
    private static bool IsTaken(Exception e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
