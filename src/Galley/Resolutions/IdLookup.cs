using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Resolutions;

/// <summary>Asks LeadPanther's per-object reads whether it knows an id. Null where there is no API key to ask with.</summary>
public delegate ILeadPanther? OptionalApi(Client client);

/// <inheritdoc cref="OptionalApi"/>
internal sealed class IdLookup(OptionalApi apiFor, LedgerHeader header)
{
    private const int AtOnce = 4;

    /// <summary>What the API says of each word's id; words without an id, and clients without a key, are left out.</summary>
    public async Task<Dictionary<Resolution, bool>> Ask(
        Client client,
        IEnumerable<Resolution> words,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<Resolution, bool>(ReferenceEqualityComparer.Instance);
        if (apiFor(client) is not { } api)
        {
            return found;
        }

        header.RequireApi(api.BaseUrl);
        await Parallel.ForEachAsync(
            words.Where(resolution => resolution.GivenId is not null),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (resolution, token) =>
            {
                if (await Exists(api, client.Account, resolution, token) is not { } exists)
                {
                    return;
                }

                lock (found)
                {
                    found[resolution] = exists;
                }
            }
        );
        return found;
    }

    /// <summary>Null when LeadPanther can't be asked, and the person takes the id without.</summary>
    private static async Task<bool?> Exists(
        ILeadPanther api,
        Account account,
        Resolution resolution,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return resolution.Kind == Kind.Post
                ? await api.Engagement(account, resolution.GivenId!, cancellationToken) is not null
                : await api.Analytics(account, resolution.GivenId!, cancellationToken) is not null;
        }
        catch (ApiException) when (resolution.IsForced)
        {
            return null;
        }
        catch (ApiException failure)
        {
            throw new GalleyException(
                $"LeadPanther could not be asked about {resolution.GivenId}, so nothing was recorded. {failure.Message} With --force the id is taken unasked.",
                ExitCode.Error,
                failure
            );
        }
    }
}
