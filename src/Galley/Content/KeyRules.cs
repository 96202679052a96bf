using System.Text.RegularExpressions;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content;

/// <summary>The format of slugs and keys: safe in paths, URLs, comments and on every file system.</summary>
internal static partial class KeyRules
{
    private const int MaxLength = 200;

    /// <summary>Null for a good slug.</summary>
    public static Fault? RefuseSlug(string slug, Position at) => RefusePart(slug, slug, at);

    /// <summary>Null for a good key.</summary>
    public static Fault? RefuseKey(string key, Position at)
    {
        if (key.Length > MaxLength)
        {
            return new Fault(
                ReadingCodes.BadKey,
                at,
                $"The key `{key[..MaxLength]}…` has {key.Length} characters.",
                $"Give the file a shorter name. A key can have up to {MaxLength} characters."
            );
        }

        foreach (var part in key.Split('/'))
        {
            if (RefusePart(part, key, at) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static Fault? RefusePart(string part, string whole, Position at)
    {
        if (!Part().IsMatch(part))
        {
            return new Fault(
                ReadingCodes.BadKey,
                at,
                $"The name `{whole}` has characters that a key can't have.",
                $"Rename it to {Suggest(whole)}: use only lower-case letters, digits, -, _ and single dots."
            );
        }

        return Device().IsMatch(part)
            ? new Fault(
                ReadingCodes.DeviceName,
                at,
                $"Windows uses the name `{part}` for a device.",
                $"Use another name, such as {part}-post."
            )
            : null;
    }

    private static string Suggest(string whole)
    {
        var parts = whole
            .ToLowerInvariant()
            .Split('/')
            .Select(part => NotAllowed().Replace(part, "-").Trim('-', '.', '_'))
            .Where(part => part.Length > 0);
        return string.Join('/', parts) is { Length: > 0 } name ? name : "launch-day";
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*\z")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|\z)")]
    private static partial Regex Device();

    [GeneratedRegex(@"[^a-z0-9_.-]+|\.(?=\.)")]
    private static partial Regex NotAllowed();
}
