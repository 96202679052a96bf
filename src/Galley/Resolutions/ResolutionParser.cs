using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Resolutions;

/// <summary>Reads resolutions: the same line in the terminal and in a comment.</summary>
public static partial class ResolutionParser
{
    /// <summary>The commands and their arguments, for help and for the answer to an unknown command.</summary>
    public static readonly IReadOnlyDictionary<string, string> Forms = new SortedDictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["adopt"] = "adopt KIND CLIENT/KEY ID [--force]",
        [ApproveVerb] = "approve CLIENT CODE…",
        ["done"] = "done KIND CLIENT/KEY CODE",
        ["forget"] = "forget KIND CLIENT/KEY [--recreate]",
        ["not-sent"] = "not-sent KIND CLIENT/KEY",
        ["overwrite"] = "overwrite KIND CLIENT/KEY CODE",
        ["sent"] = "sent KIND CLIENT/KEY [ID] [--force]",
    };

    private const string ApproveVerb = "approve";
    private const string Force = "--force";
    private const string Recreate = "--recreate";

    /// <summary>Reads <c>done post northwind/launch 7QK4</c>: one resolution, or one for each code of an approval.</summary>
    /// <param name="by">Who says it.</param>
    /// <exception cref="GalleyException">The line is not a valid command; the message says what to type instead.</exception>
    public static IReadOnlyList<Resolution> ParseAll(string line, string by)
    {
        var parts = Words(line);
        return parts is [var verb, ..] && verb.Equals(ApproveVerb, StringComparison.OrdinalIgnoreCase)
            ? Approvals(parts, by)
            : [Parse(parts)];
    }

    /// <summary>Reads one line about an object.</summary>
    /// <exception cref="GalleyException"/>
    public static ObjectResolution Parse(string line) => Parse(Words(line));

    /// <summary>The same, already split into words.</summary>
    /// <exception cref="GalleyException"/>
    public static ObjectResolution Parse(IReadOnlyList<string> parts)
    {
        var verb = parts.Count > 0 ? parts[0].ToLowerInvariant() : "";
        if (!Forms.TryGetValue(verb, out var form))
        {
            throw NoVerb(verb);
        }

        if (verb == ApproveVerb)
        {
            throw new GalleyException($"An approval names no key. Type: {form}");
        }

        var arguments = parts.Skip(1).Select(WithPlainDashes).ToList();
        var flags = arguments.Where(IsFlag).ToHashSet(StringComparer.Ordinal);
        var rest = arguments.Where(part => !IsFlag(part)).ToList();
        if (flags.FirstOrDefault(flag => !form.Contains($"[{flag}]", StringComparison.Ordinal)) is { } unknown)
        {
            throw new GalleyException($"\"{verb}\" has no option {unknown}. Type: {form}");
        }

        if (rest.Count < 2 || rest.Count > 3)
        {
            throw Misshapen(form);
        }

        var kind = KindOf(rest[0], form);
        var (slug, key) = ObjectOf(rest[1]);
        return Word(verb, form, kind, slug, key, rest.ElementAtOrDefault(2), flags);
    }

    private static List<Resolution> Approvals(string[] parts, string by)
    {
        if (parts.Length < 3)
        {
            throw new GalleyException(
                $"Wrong number of arguments. Type: {Forms[ApproveVerb]}, with the codes that the preview shows."
            );
        }

        var slug = parts[1];
        return KeyRules.RefuseSlug(slug, Position.Start) is null
            ?
            [
                .. parts
                    .Skip(2)
                    .Select(code => code.Trim(','))
                    .Distinct()
                    .Select(code => new Resolution.Approve(slug, Short(code), by)),
            ]
            : throw new GalleyException(
                $"\"{Short(slug)}\" is not a client's folder. Type: {Forms[ApproveVerb]}, such as approve northwind 7QK4-M2XD-93TB."
            );
    }

    private static ObjectResolution Word(
        string verb,
        string form,
        Kind kind,
        string slug,
        string key,
        string? last,
        HashSet<string> flags
    ) =>
        (verb, last) switch
        {
            ("done", { } code) => new Resolution.Done(kind, slug, key, code),
            ("overwrite", { } code) => new Resolution.Overwrite(kind, slug, key, code),
            ("sent", null) when flags.Contains(Force) => throw new GalleyException(
                "--force needs an id. Type: sent KIND CLIENT/KEY ID --force"
            ),
            ("sent", _) => new Resolution.Sent(
                kind,
                slug,
                key,
                last is null ? null : IdOf(last),
                flags.Contains(Force)
            ),
            ("not-sent", null) => new Resolution.NotSent(kind, slug, key),
            ("forget", null) => new Resolution.Forget(kind, slug, key, flags.Contains(Recreate)),
            ("adopt", { } id) => new Resolution.Adopt(kind, slug, key, IdOf(id), flags.Contains(Force)),
            _ => throw Misshapen(form),
        };

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Phones turn two hyphens into one dash, and one hyphen into a longer one.</summary>
    private static string WithPlainDashes(string part)
    {
        var plain = Dashes.ToHyphens(part);
        return plain.StartsWith('-') && part[0] != '-' ? $"--{plain.TrimStart('-')}" : plain;
    }

    private static bool IsFlag(string part) => part.StartsWith("--", StringComparison.Ordinal);

    private static Kind KindOf(string typed, string form) =>
        ContentKind.Parse(typed.ToLowerInvariant())
        ?? throw new GalleyException($"\"{Short(typed)}\" is not a kind. Use post or lead-magnet, as in: {form}");

    private static (string Slug, string Key) ObjectOf(string typed)
    {
        var slash = typed.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            throw new GalleyException(
                $"\"{Short(typed)}\" does not name the client. Type CLIENT/KEY, such as northwind/launch."
            );
        }

        var (slug, key) = (typed[..slash], typed[(slash + 1)..]);
        if (
            KeyRules.RefuseSlug(slug, Position.Start) is not null
            || KeyRules.RefuseKey(key, Position.Start) is not null
        )
        {
            throw new GalleyException(
                $"\"{Short(typed)}\" is not a valid name. Type CLIENT/KEY as the plan shows it, such as northwind/launch."
            );
        }

        return (slug, key);
    }

    private static string IdOf(string typed) =>
        typed switch
        {
            "ID" or "id" or "<ID>" => throw new GalleyException(
                "Replace ID with the id that LeadPanther shows, such as 00000000-0000-4000-8000-000000000002."
            ),
            _ when Id().IsMatch(typed) => typed,
            _ => throw new GalleyException(
                $"\"{Short(typed)}\" is not an id. Use the id that LeadPanther shows, such as 00000000-0000-4000-8000-000000000002."
            ),
        };

    private static GalleyException NoVerb(string verb)
    {
        var hint = Suggestion.DidYouMean(verb, Forms.Keys);
        var problem = verb.Length == 0 ? "The command is missing." : $"Unknown command \"{Short(verb)}\". {hint}";
        return new GalleyException($"{problem.TrimEnd()} Available: {string.Join("; ", Forms.Values)}.");
    }

    private static GalleyException Misshapen(string form) =>
        new($"Wrong number of arguments. Type: {form}, where KIND is post or lead-magnet.");

    /// <summary>What was typed may come from anybody who can write a comment.</summary>
    private static string Short(string typed)
    {
        var plain = string.Concat(typed.Select(c => char.IsControl(c) ? ' ' : c));
        return plain.Length <= 80 ? plain : plain[..80] + "…";
    }

    // The characters of the documentation's example ids; it does not promise a format.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
