using System.Security.Cryptography;
using System.Text;
using Galley.Content;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning.Cache;

/// <summary>
/// Remembers what was said of a client, and says it again as long as nothing that it depends on has changed: this program, the settings,
/// the client's files, its ledger, what is asked, and, as far as it matters, the time.
/// </summary>
/// <param name="question">What is asked, and how.</param>
internal sealed class PlanCache(ResultCache cache, Repository repository, ILedger? ledger, string question, Instant now)
{
    private static readonly string Program =
        $"{typeof(PlanCache).Assembly.ManifestModule.ModuleVersionId} {DateTimeZoneProviders.Tzdb.VersionId}";

    private readonly ContentHash _content = new(repository.Root, GitIndex.TryOpen(repository.Root));

    /// <param name="whyHeld">Why the repository as a whole holds the client back; null when it does not.</param>
    /// <param name="find">Says it anew, and between which instants it stays so.</param>
    public async Task<ClientSummary> Recall(
        string slug,
        string? whyHeld,
        Func<Task<(ClientSummary Outline, Interval? Steady)>> find,
        CancellationToken cancellationToken
    )
    {
        var key = await KeyOf(slug, whyHeld, cancellationToken);
        if (
            key is not null
            && cache.TryGet(NameOf(slug), key, now) is { } bytes
            && PlanCacheFormat.TryRead(bytes) is { } known
        )
        {
            return known;
        }

        var (summary, steady) = await find();
        if (
            key is not null
            && steady is { } interval
            && IsStill(slug, summary)
            && await KeyOf(slug, whyHeld, cancellationToken) is { } after
            && after.AsSpan().SequenceEqual(key)
        )
        {
            cache.Put(NameOf(slug), key, interval, PlanCacheFormat.Write(summary));
        }

        return summary;
    }

    /// <summary>A file that was saved while it was read must not be remembered as it was before.</summary>
    private bool IsStill(string slug, ClientSummary summary) =>
        summary.Account is null || summary.Account == repository.AccountOf(slug);

    private string NameOf(string slug) => $"{question} {slug}";

    private async Task<byte[]?> KeyOf(string slug, string? whyHeld, CancellationToken cancellationToken)
    {
        if (await LedgerKey(slug, cancellationToken) is not { } sent || _content.Compute(slug) is not { } content)
        {
            return null;
        }

        var words = string.Join('\n', Program, repository.SettingsHash, question, slug, whyHeld, sent);
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(words), .. content]);
    }

    /// <summary>Null when nobody can tell whether the ledger has changed.</summary>
    private async Task<string?> LedgerKey(string slug, CancellationToken cancellationToken)
    {
        if (ledger is null)
        {
            return "no ledger";
        }

        if (repository.AccountOf(slug) is not { } account)
        {
            return $"{ledger.Header.LedgerId}";
        }

        return await ledger.Version(account, cancellationToken) is { } version
            ? $"{ledger.Header.LedgerId} {ledger.Header.Clients.ContainsKey(account)} {version}"
            : null;
    }
}
