using Galley.Diagnostics;

namespace Galley.Resolutions;

/// <summary>
/// A command by which a person settles something, in the terminal or after
/// <c>/galley</c> in a comment. The set is closed.
/// </summary>
/// <param name="Slug">The client's folder.</param>
public abstract record Resolution(string Slug)
{
    /// <summary><c>done KIND CLIENT/KEY CODE</c>: the work by hand for exactly that payload is done.</summary>
    public sealed record Done(Kind Kind, string Slug, string Key, string Code) : ObjectResolution(Kind, Slug, Key);

    /// <summary><c>sent KIND CLIENT/KEY [ID]</c>: settles a doubt: it was sent.</summary>
    public sealed record Sent(Kind Kind, string Slug, string Key, string? Id, bool Force = false)
        : ObjectResolution(Kind, Slug, Key);

    /// <summary><c>not-sent KIND CLIENT/KEY</c>: settles a doubt: it was not sent.</summary>
    public sealed record NotSent(Kind Kind, string Slug, string Key) : ObjectResolution(Kind, Slug, Key);

    /// <summary><c>forget KIND CLIENT/KEY [--recreate]</c>: retires the key, or frees it.</summary>
    public sealed record Forget(Kind Kind, string Slug, string Key, bool Recreate = false)
        : ObjectResolution(Kind, Slug, Key);

    /// <summary><c>adopt KIND CLIENT/KEY ID</c>: it was made elsewhere; the file's current payload becomes its baseline.</summary>
    public sealed record Adopt(Kind Kind, string Slug, string Key, string Id, bool Force = false, bool IsPulled = false)
        : ObjectResolution(Kind, Slug, Key);

    /// <summary>
    /// <c>overwrite KIND CLIENT/KEY CODE</c>: the file is right; what LeadPanther shows under that code may be
    /// overwritten.
    /// </summary>
    public sealed record Overwrite(Kind Kind, string Slug, string Key, string Code) : ObjectResolution(Kind, Slug, Key);

    /// <summary><c>approve CLIENT CODE</c>: the client approved the post whose text has that code.</summary>
    /// <param name="By">Who approved.</param>
    public sealed record Approve(string Slug, string Code, string By) : Resolution(Slug)
    {
        /// <inheritdoc/>
        public override string Name => $"{Slug} {Code}";
    }

    /// <summary><c>post northwind/launch</c>: how commands name it.</summary>
    public abstract string Name { get; }

    /// <summary>The LeadPanther id that it gives, if any.</summary>
    public string? GivenId =>
        this switch
        {
            Sent sent => sent.Id,
            Adopt adopt => adopt.Id,
            _ => null,
        };

    /// <summary>Whether the id is taken even if LeadPanther knows no such object.</summary>
    public bool IsForced => this is Sent { Force: true } or Adopt { Force: true };
}
