using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Resolutions;

/// <summary>The API of a client, to check whether LeadPanther knows an id; null when there is no API key for it.</summary>
public delegate ILeadPanther? OptionalApi(Client client);

/// <inheritdoc cref="OptionalApi"/>
internal sealed class IdLookup(OptionalApi apiFor, LedgerHeader header)
{
    private const int AtOnce = 4;

    /// <summary>
    /// Whether LeadPanther knows the id of each resolution. Leaves out resolutions without an id, and clients without
    /// a key.
    /// </summary>
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
            words.OfType<ObjectResolution>().Where(resolution => resolution.GivenId is not null),
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

    /// <summary>Null when LeadPanther does not answer and the person takes the id all the same.</summary>
    private static async Task<bool?> Exists(
        ILeadPanther api,
        Account account,
        ObjectResolution resolution,
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
                $"Galley could not check {resolution.GivenId} in LeadPanther, so nothing was recorded. {failure.Message} "
                    + "Use --force to take the id without a check.",
                ExitCode.Error,
                failure
            );
        }
    }
}
