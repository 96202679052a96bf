using System.Buffers;
using System.Text;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;
using Microsoft.Win32.SafeHandles;

namespace Galley.Content.Documents;

/// <summary>Reads a file as UTF-8 text with LF line ends, or reports why that is not possible.</summary>
internal static class TextFile
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>The most lines with invisible characters. A file with more of them is not a text.</summary>
    private const int MaxReported = 20;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// C0 and C1 controls except tab and line ends, the two non-characters, and a byte order mark inside the text.
    /// </summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        Controls.Except("\t\n\r") + "\uFEFF\uFFFE\uFFFF"
    );

    /// <returns>Null after reporting why.</returns>
    public static string? Read(string fullPath, FileReport report)
    {
        if ((report.Unsaved?.GetValueOrDefault(report.Path) ?? Saved(fullPath, report)) is not { } text)
        {
            return null;
        }

        text = text.ReplaceLineEndings("\n");
        return HasInvisible(text) ? WithoutInvisible(text, report) : text;
    }

    private static string? Saved(string fullPath, FileReport report) =>
        Bytes(fullPath, report) is { } bytes ? Decode(bytes, report) : null;

    /// <summary>The help asks the author to delete them, so the rest of the file is read as if they were deleted.</summary>
    private static string? WithoutInvisible(string text, FileReport report)
    {
        var faults = InvisibleCharacters(text).Take(MaxReported + 1).ToArray();
        if (faults.Length > MaxReported)
        {
            report.Add(faults[0]);
            return null;
        }

        foreach (var fault in faults)
        {
            report.Add(fault);
        }

        return string.Concat(text.Where(unit => !Invisible.Contains(unit)));
    }

    /// <summary>One for each line: the first.</summary>
    private static IEnumerable<Fault> InvisibleCharacters(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.AsSpan().IndexOfAny(Invisible) is >= 0 and var index)
            {
                yield return InvisibleCharacter(line[index], new Position(number, index + 1));
            }
        }
    }

    /// <summary>Whether a text has a character that a content file can't have.</summary>
    public static bool HasInvisible(string text) => text.AsSpan().ContainsAny(Invisible);

    private static byte[]? Bytes(string fullPath, FileReport report)
    {
        try
        {
            using var file = File.OpenHandle(fullPath);
            var length = RandomAccess.GetLength(file);
            if (length <= MaxBytes)
            {
                return Whole(file, (int)length);
            }

            report.Add(
                ReadingCodes.TooLarge,
                Position.Start,
                $"The file has {length:N0} bytes. Galley reads files of up to 1 MiB.",
                "Move everything that is not part of the post out of the file. Pictures and PDFs belong in media/."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Add(
                ReadingCodes.Unreadable,
                Position.Start,
                "Galley can't open this file.",
                "Check that the file exists and that the user who runs Galley has permission to read it."
            );
        }

        return null;
    }

    /// <summary>One read for the whole file: a stream needs more system calls, and its buffer is a second copy.</summary>
    private static byte[] Whole(SafeFileHandle file, int length)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more)
        {
            read += more;
        }

        return read == length ? bytes : bytes[..read];
    }

    private static string? Decode(byte[] bytes, FileReport report)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith("\uFEFF"u8))
        {
            content = content[3..];
        }

        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            report.Add(
                ReadingCodes.NotUtf8,
                PositionOfByte(content, e.Index),
                "The file is not saved as UTF-8: this byte is not valid UTF-8.",
                "Save the file with the encoding UTF-8 (in most editors: Save As, Encoding)."
            );
            return null;
        }
    }

    private static Position PositionOfByte(ReadOnlySpan<byte> content, int index)
    {
        var before = content[..Math.Clamp(index, 0, content.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Position(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static Fault InvisibleCharacter(char character, Position at) =>
        new(
            ReadingCodes.ControlCharacter,
            at,
            $"There is an invisible control character here (U+{(int)character:X4}).",
            "Delete it, or type the text around it again. It often comes with pasted text."
        )
        {
            Fix = new Fix(at, at with { Column = at.Column + 1 }, ""),
        };
}
