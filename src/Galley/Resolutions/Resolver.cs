using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Planning;

namespace Galley.Resolutions;

/// <summary>Judges each resolution by the client's files, ledger and plan, and records what is accepted.</summary>
/// <param name="ledger">Opened for apply.</param>
public sealed class Resolver(Repository repository, ILedger ledger, Planner planner, OptionalApi apiFor)
{
    private const int MostTries = 5;

    public async Task<ResolutionResult> Resolve(Resolution resolution, CancellationToken cancellationToken) =>
        (await Resolve([resolution], cancellationToken))[0];

    /// <summary>
    /// Answers in the given order. One client's resolutions are judged one after the other, each with the changes of
    /// those before it, and recorded together.
    /// </summary>
    public async Task<IReadOnlyList<ResolutionResult>> Resolve(
        IReadOnlyList<Resolution> words,
        CancellationToken cancellationToken
    )
    {
        var answers = new Dictionary<Resolution, ResolutionResult>(ReferenceEqualityComparer.Instance);
        var owners = words.Any(resolution => resolution.GivenId is not null)
            ? await KnownIds.Of(ledger, cancellationToken)
            : new KnownIds();
        foreach (var client in words.GroupBy(resolution => resolution.Slug))
        {
            var meant = new Dictionary<Resolution, string?>(ReferenceEqualityComparer.Instance);
            for (
                var tried = 1;
                !await TryResolveForClient(client.Key, [.. client], owners, meant, answers, cancellationToken);
                tried++
            )
            {
                if (tried == MostTries)
                {
                    throw new GalleyException(
                        $"Other runs kept writing about {client.Key} in the ledger, so nothing was recorded. Try "
                            + "again when they have ended."
                    );
                }

                owners = await KnownIds.Of(ledger, cancellationToken);
            }
        }

        return [.. words.Select(resolution => answers[resolution])];
    }

    /// <summary>False when another run wrote about the client since it was planned: judge all again.</summary>
    /// <param name="meant">Of which objects the resolutions spoke when they were judged first: files may change their names.</param>
    private async Task<bool> TryResolveForClient(
        string slug,
        IReadOnlyList<Resolution> words,
        KnownIds owners,
        Dictionary<Resolution, string?> meant,
        Dictionary<Resolution, ResolutionResult> answers,
        CancellationToken cancellationToken
    )
    {
        var isHere = repository.Slugs.Contains(slug);
        if (
            (
                isHere
                    ? await planner.PlanAgain(slug, planner.Live(slug) ?? LiveState.Unread, cancellationToken)
                    : await planner.TryPlanGone(slug, cancellationToken)
            )
            is not { } planned
        )
        {
            RefuseAll(
                $"There is no client \"{slug}\". {Suggestion.DidYouMean(slug, repository.Slugs)}The clients "
                    + $"are: {string.Join(", ", repository.Slugs)}."
            );
            return true;
        }

        var client = planned.Content.Client;
        if (isHere && client is null)
        {
            RefuseAll($"clients/{slug}/client.yaml can't be read. Run `galley validate` to see why.");
            return true;
        }

        if (planned.Ledger.Damage is { } damage)
        {
            RefuseAll(damage);
            return true;
        }

        var lastSeen = planned.Ledger.LastEvent;

        // A client without a folder has no known API key, so its ids are taken without a check.
        var exists = client is null
            ? []
            : await new IdLookup(apiFor, ledger.Header).Ask(client, words, cancellationToken);
        var events = new List<LedgerEvent>();
        foreach (var resolution in words)
        {
            var id = resolution is ObjectResolution about ? planned.Ledger.Find(about.Kind, about.Key)?.Id : null;
            if (!meant.TryAdd(resolution, id) && meant[resolution] is { } first && id is not null && id != first)
            {
                answers[resolution] = new ResolutionResult.Rejected(
                    $"Another run gave the name {resolution.Name} to another object, {id}, in this moment, so nothing was "
                        + "recorded. Run `galley plan`, and answer again if it still asks."
                );
                continue;
            }

            answers[resolution] = ResolutionRules.Judge(
                resolution,
                new ResolutionContext
                {
                    Planned = planned,
                    IsInFlight = ledger.IsInFlight,
                    OwnerOf = owners.Of,
                    Exists = exists.TryGetValue(resolution, out var found) ? found : null,
                }
            );
            if (answers[resolution] is not ResolutionResult.Accepted taken)
            {
                continue;
            }

            if (resolution.GivenId is not null && !exists.ContainsKey(resolution))
            {
                answers[resolution] = taken with
                {
                    Sentence =
                        $"{taken.Sentence} Galley did not check this id in LeadPanther, so make sure that it is right.",
                };
            }

            events.AddRange(taken.Events);
            planned = planned with { Ledger = taken.Events.Aggregate(planned.Ledger, LedgerFold.Apply) };
            owners.Add(resolution);
        }

        return events.Count == 0
            || await ledger.TryRecord(
                client?.Account ?? new Account(planned.Ledger.Account, IsDirect: false),
                events,
                lastSeen,
                cancellationToken
            );

        void RefuseAll(string why)
        {
            foreach (var resolution in words)
            {
                answers[resolution] = new ResolutionResult.Rejected(why);
            }
        }
    }
}
