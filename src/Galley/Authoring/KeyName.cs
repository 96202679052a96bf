using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Authoring;

/// <summary>Makes a key or slug from a text.</summary>
public static partial class KeyName
{
    private const int Longest = 48;

    /// <summary>The first words of the first line, as lower-case letters and digits with hyphens; null if there are none.</summary>
    public static string? From(string text)
    {
        var line = Ignored().Replace(LatinLetters.Unaccented(text.Split('\n')[0].ToLowerInvariant()), "");
        var name = "";
        foreach (var word in WordPattern().Matches(line).Select(match => match.Value))
        {
            if (name.Length > 0 && name.Length + 1 + word.Length > Longest)
            {
                break;
            }

            name += name.Length == 0 ? word[..Math.Min(word.Length, Longest)] : "-" + word;
        }

        return name.Length > 0 && IsGood(name) ? name : null;
    }

    /// <summary>The name, or the first of name-2, name-3 … that is free.</summary>
    public static string Free(string name, IReadOnlySet<string> taken)
    {
        var candidate = name;
        for (var number = 2; taken.Contains(candidate); number++)
        {
            candidate = $"{name}-{number}";
        }

        return candidate;
    }

    /// <summary>The key, if a file may have it.</summary>
    public static string Checked(string key) =>
        KeyRules.RefuseKey(key, Position.Start) is { } fault
            ? throw new GalleyException($"{fault.Message} {fault.Help}")
            : key;

    /// <summary>The keys that the client's posts or lead magnets already have; case is ignored.</summary>
    public static HashSet<string> Taken(ClientContent content, Kind kind)
    {
        var unread = content.Unread.Where(file => file.Kind == kind).Select(file => file.Key);
        return new HashSet<string>(content.KeysOf(kind).Concat(unread), StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsGood(string name) => KeyRules.RefuseSlug(name, Position.Start) is null;

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex WordPattern();

    /// <summary>Apostrophes, and combining accents.</summary>
    [GeneratedRegex(@"['’]|\p{Mn}")]
    private static partial Regex Ignored();
}
