namespace Galley.LeadPanther.Keys;

/// <summary>The keys in the environment: one for all clients, and one for a single client where it is set.</summary>
public sealed class ApiKeys
{
    public const string Variable = "LEADPANTHER_API_KEY";

    private readonly Func<string, string?> _environment;

    private ApiKeys(Func<string, string?> environment) => _environment = environment;

    /// <param name="slugs">All clients of the content: two of them must never share one variable that is set.</param>
    /// <exception cref="GalleyException">One variable would hold the key of two clients.</exception>
    public static ApiKeys Read(Func<string, string?> environment, IEnumerable<string> slugs)
    {
        var keys = new ApiKeys(environment);
        foreach (
            var clash in slugs
                .Distinct()
                .GroupBy(VariableOf)
                .Where(group => group.Count() > 1 && keys.Find(group.Key) is not null)
        )
        {
            throw new GalleyException(
                $"{clash.Key} would be the key of more than one client: "
                    + $"{string.Join(" and ", clash.Order(StringComparer.Ordinal))}. "
                    + $"Rename one of these client folders, or use {Variable} for them."
            );
        }

        return keys;
    }

    /// <summary>The variable of one client: the slug in upper case, with <c>_</c> for all but letters and digits.</summary>
    public static string VariableOf(string slug) =>
        $"{Variable}_{string.Concat(slug.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'))}";

    /// <summary>The key that serves all clients without their own.</summary>
    /// <exception cref="GalleyException">It is missing or unusable.</exception>
    public ApiKey Default() =>
        Find(Variable)
        ?? throw new GalleyException(
            $"There is no API key: set the environment variable {Variable} to your key from LeadPanther."
        );

    /// <summary>The client's own key, or the default one.</summary>
    /// <exception cref="GalleyException">Both are missing, or the one found is unusable.</exception>
    public ApiKey For(string slug) =>
        TryFor(slug)
        ?? throw new GalleyException(
            $"There is no API key for the client {slug}: set the environment variable {Variable} "
                + $"(or {VariableOf(slug)}, for this client only) to your key from LeadPanther."
        );

    /// <summary>The client's own key, or the default one; null when neither is set.</summary>
    /// <exception cref="GalleyException">The one found is unusable.</exception>
    public ApiKey? TryFor(string slug) => Find(VariableOf(slug)) ?? Find(Variable);

    private ApiKey? Find(string variable) =>
        _environment(variable) is { Length: > 0 } secret ? ApiKey.Parse(secret, variable) : null;
}
