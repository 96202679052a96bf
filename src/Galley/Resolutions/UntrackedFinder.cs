using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Resolutions;

/// <summary>
/// Looks in a client's leads and activity for ids that are not in the ledger. Keeps nothing about the people in them.
/// </summary>
public static class UntrackedFinder
{
    public static async Task<ImmutableArray<UntrackedObject>> Find(
        ClientContent content,
        ClientLedger ledger,
        ILeadPanther api,
        CancellationToken cancellationToken
    )
    {
        var account = content.Client!.Account;
        var traces = new List<(Kind Kind, string Id, string? Keyword)>();
        await foreach (var lead in api.Leads(account, new LeadFilter(), cancellationToken))
        {
            Note(Kind.LeadMagnet, lead.SubmittedViaMagnetId, lead.Keywords is [var only] ? only : null);
        }

        await foreach (var activity in api.Activity(account, new ActivityFilter(), cancellationToken))
        {
            Note(Kind.LeadMagnet, activity.MatchedTemplateId, activity.Keyword);
            Note(Kind.Post, activity.PostId, activity.Keyword);
        }

        var known = Known(content, ledger);
        return
        [
            .. traces
                .Where(trace => !known.Contains(trace.Id))
                .GroupBy(trace => (trace.Kind, trace.Id))
                .Select(group =>
                    Found(group.Key.Kind, group.Key.Id, MostNamed(group.Select(trace => trace.Keyword)), group.Count())
                )
                .OrderBy(found => found.Kind)
                .ThenByDescending(found => found.Traces)
                .ThenBy(found => found.Id, StringComparer.Ordinal),
        ];

        void Note(Kind kind, string? id, string? keyword)
        {
            if (id is not null)
            {
                traces.Add((kind, id, keyword));
            }
        }

        UntrackedObject Found(Kind kind, string id, string? keyword, int count) =>
            new(kind, id, keyword, count, Lines(kind, id, keyword, content, ledger));
    }

    private static HashSet<string> Known(ClientContent content, ClientLedger ledger) =>
        [
            .. ledger.Objects.Values.Select(ledgerObject => ledgerObject.Id).OfType<string>(),
            .. content.Posts.Select(post => post.LeadMagnet?.Id).OfType<string>(),
        ];

    private static string? MostNamed(IEnumerable<string?> keywords) =>
        keywords
            .OfType<string>()
            .GroupBy(keyword => keyword)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;

    /// <summary>Doubts come first: an unknown id is most likely the result of one.</summary>
    private static ImmutableArray<string> Lines(
        Kind kind,
        string id,
        string? keyword,
        ClientContent content,
        ClientLedger ledger
    )
    {
        var keys = Keys(kind, keyword, content).ToList();
        var sent = keys.Where(key =>
            ledger.Find(kind, key) is { State: ObjectState.Open } or { State: ObjectState.Live, Id: null }
        );
        var adopt = keys.Where(key =>
            ledger.Find(kind, key) is null or { State: ObjectState.NotSent or ObjectState.Retired }
        );
        string[] lines =
        [
            .. sent.Select(key => $"galley sent {ContentKind.For(kind).Name} {content.Slug}/{key} {id}"),
            .. adopt.Select(key => $"galley adopt {ContentKind.For(kind).Name} {content.Slug}/{key} {id}"),
        ];
        return lines.Length > 0 ? [.. lines] : [$"galley adopt {ContentKind.For(kind).Name} {content.Slug}/KEY {id}"];
    }

    /// <summary>Files with this keyword: lead magnets that have it, and posts that use one of them.</summary>
    private static IEnumerable<string> Keys(Kind kind, string? keyword, ClientContent content)
    {
        var magnets = content
            .LeadMagnets.Where(magnet => string.Equals(magnet.Keyword, keyword, StringComparison.OrdinalIgnoreCase))
            .Select(magnet => magnet.Key)
            .ToHashSet();
        return kind == Kind.LeadMagnet
            ? magnets
            : content
                .Posts.Where(post => post.LeadMagnet?.Key is { } key && magnets.Contains(key))
                .Select(post => post.Key);
    }
}
