using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Resolutions;

/// <summary>The one reader of a person's words: the same line in the terminal and in a comment.</summary>
public static partial class ResolutionParser
{
    /// <summary>What may be said, and how: for help, and for an answer to a line that says something else.</summary>
    public static readonly IReadOnlyDictionary<string, string> Forms = new SortedDictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["adopt"] = "adopt KIND CLIENT/KEY ID [--force]",
        ["done"] = "done KIND CLIENT/KEY CODE",
        ["forget"] = "forget KIND CLIENT/KEY [--recreate]",
        ["not-sent"] = "not-sent KIND CLIENT/KEY",
        ["overwrite"] = "overwrite KIND CLIENT/KEY CODE",
        ["sent"] = "sent KIND CLIENT/KEY [ID] [--force]",
    };

    private const string Force = "--force";
    private const string Recreate = "--recreate";

    /// <summary>Reads <c>done post northwind/launch 7QK4</c>.</summary>
    /// <exception cref="GalleyException">It is no such line; the sentence says what to type instead.</exception>
    public static Resolution Parse(string line) =>
        Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same, cut into its parts.</summary>
    /// <exception cref="GalleyException"/>
    public static Resolution Parse(IReadOnlyList<string> parts)
    {
        var verb = parts.Count > 0 ? parts[0].ToLowerInvariant() : "";
        if (!Forms.TryGetValue(verb, out var form))
        {
            throw NoVerb(verb);
        }

        var flags = parts.Skip(1).Where(IsFlag).ToHashSet(StringComparer.Ordinal);
        var rest = parts.Skip(1).Where(part => !IsFlag(part)).ToList();
        if (flags.FirstOrDefault(flag => !form.Contains($"[{flag}]", StringComparison.Ordinal)) is { } unknown)
        {
            throw new GalleyException($"\"{verb}\" has no {unknown}: type {form}.");
        }

        if (rest.Count < 2 || rest.Count > 3)
        {
            throw Misshapen(form);
        }

        var kind = KindOf(rest[0], form);
        var (slug, key) = ObjectOf(rest[1]);
        return Word(verb, form, kind, slug, key, rest.ElementAtOrDefault(2), flags);
    }

    private static Resolution Word(
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
                "--force is about an id, and there is none: type sent KIND CLIENT/KEY ID --force."
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

    private static bool IsFlag(string part) => part.StartsWith("--", StringComparison.Ordinal);

    private static Kind KindOf(string typed, string form) =>
        KindName.Parse(typed.ToLowerInvariant())
        ?? throw new GalleyException($"\"{Short(typed)}\" is no kind: type post or lead-magnet, as in {form}.");

    private static (string Slug, string Key) ObjectOf(string typed)
    {
        var slash = typed.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            throw new GalleyException(
                $"\"{Short(typed)}\" does not say which client's: type CLIENT/KEY, such as northwind/launch."
            );
        }

        var (slug, key) = (typed[..slash], typed[(slash + 1)..]);
        if (
            KeyRules.RefuseSlug(slug, Position.Start) is not null
            || KeyRules.RefuseKey(key, Position.Start) is not null
        )
        {
            throw new GalleyException(
                $"\"{Short(typed)}\" can't be the name of anything: type CLIENT/KEY as the plan shows it, such as northwind/launch."
            );
        }

        return (slug, key);
    }

    private static string IdOf(string typed) =>
        typed switch
        {
            "ID" or "id" or "<ID>" => throw new GalleyException(
                "Put LeadPanther's own id in the place of ID, such as 00000000-0000-4000-8000-000000000002."
            ),
            _ when Id().IsMatch(typed) => typed,
            _ => throw new GalleyException(
                $"\"{Short(typed)}\" is not an id of LeadPanther's: use the id as LeadPanther shows it, such as 00000000-0000-4000-8000-000000000002."
            ),
        };

    private static GalleyException NoVerb(string verb)
    {
        var hint = Suggestion.DidYouMean(verb, Forms.Keys);
        var said = verb.Length == 0 ? "Nothing is said." : $"\"{Short(verb)}\" is not something to say. {hint}";
        return new GalleyException($"{said.TrimEnd()} There are: {string.Join("; ", Forms.Values)}.");
    }

    private static GalleyException Misshapen(string form) =>
        new($"That is not complete, or too much: type {form}, where KIND is post or lead-magnet.");

    /// <summary>What was typed may come from anybody who can write a comment.</summary>
    private static string Short(string typed)
    {
        var plain = string.Concat(typed.Select(c => char.IsControl(c) ? ' ' : c));
        return plain.Length <= 80 ? plain : plain[..80] + "…";
    }

    // Letters of the documentation's ids; the documentation promises no form.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
