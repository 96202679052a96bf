using System.Net.Http.Headers;

namespace Galley.LeadPanther.Keys;

/// <summary>A bearer key. It goes into the Authorization header of API requests and nowhere else; no text form shows it.</summary>
public sealed class ApiKey : IEquatable<ApiKey>
{
    /// <summary>For what needs none.</summary>
    public static readonly ApiKey None = new("");

    private readonly string _secret;

    private ApiKey(string secret) => _secret = secret;

    /// <param name="origin">Where the key was found, for the message; the key itself is never in it.</param>
    /// <exception cref="GalleyException">It can't be a key.</exception>
    public static ApiKey Parse(string secret, string origin)
    {
        if (secret.Length == 0 || !secret.All(c => c is > ' ' and <= '~'))
        {
            throw new GalleyException(
                $"The key in {origin} has spaces, line breaks or characters that no key has. "
                    + "Copy the key again from LeadPanther, with nothing before or after it."
            );
        }

        return new ApiKey(secret);
    }

    /// <summary>Told by its prefix.</summary>
    public KeyMode Mode =>
        _secret.StartsWith("lp_live_", StringComparison.Ordinal) ? KeyMode.Live
        : _secret.StartsWith("lp_test_", StringComparison.Ordinal) ? KeyMode.Test
        : KeyMode.Unknown;

    public bool Equals(ApiKey? other) => other is not null && _secret == other._secret;

    public override bool Equals(object? obj) => Equals(obj as ApiKey);

    public override int GetHashCode() => string.GetHashCode(_secret, StringComparison.Ordinal);

    public override string ToString() => "(API key)";

    internal AuthenticationHeaderValue Bearer() => new("Bearer", _secret);

    /// <summary>An answer may quote the key back at us.</summary>
    internal string Hide(string text) =>
        _secret.Length == 0 ? text : text.Replace(_secret, "(API key)", StringComparison.Ordinal);
}
