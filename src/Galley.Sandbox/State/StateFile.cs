using System.Text.Json;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.State;

/// <summary>
/// The state file: one JSON object a line, each written in one piece before the answer goes out, so that a killed sandbox
/// has lost nothing that it has confirmed. A last line that was cut short is dropped.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private readonly FileStream _file;

    private StateFile(FileStream file) => _file = file;

    public static StateFile Open(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            return new StateFile(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0)
            );
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new GalleyException(
                $"The sandbox's state file {path} can't be opened ({wrong.Message}). "
                    + "Stop the sandbox that uses it, or give another file.",
                inner: wrong
            );
        }
    }

    public IReadOnlyList<StateLine> Read()
    {
        _file.Position = 0;
        var content = new byte[_file.Length];
        _file.ReadExactly(content);
        var whole = Array.LastIndexOf(content, (byte)'\n') + 1;
        _file.SetLength(whole);
        _file.Position = whole;
        return Lines(content.AsMemory(0, whole));
    }

    public void Append(StateLine line)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, Wire.Json), (byte)'\n'];
        _file.Write(bytes);
    }

    public void Dispose() => _file.Dispose();

    private List<StateLine> Lines(ReadOnlyMemory<byte> content)
    {
        var lines = new List<StateLine>();
        while (content.Length > 0)
        {
            var end = content.Span.IndexOf((byte)'\n');
            lines.Add(Line(content.Span[..end], lines.Count + 1));
            content = content[(end + 1)..];
        }

        return lines;
    }

    private StateLine Line(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<StateLine>(line, Wire.Json)!;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new GalleyException(
                $"Line {number} of {_file.Name} is not a line of a sandbox's state. "
                    + "Give another file with --state, or delete this one to start again.",
                inner: wrong
            );
        }
    }
}
