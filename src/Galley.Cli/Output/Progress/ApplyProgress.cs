using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Cli.Output.Progress;

/// <summary>How far an apply is: what of each client's creates, changes and deletions has come to its end.</summary>
internal sealed class ApplyProgress(Plan plan)
{
    private readonly HashSet<(Kind, string, string)> _open =
    [
        .. plan
            .Actions.Where(pair => ActionTable.IsWrite(pair.Action.Type))
            .Select(pair => (pair.Action.Kind, pair.Client.Slug, pair.Action.Key)),
    ];

    private readonly Dictionary<string, ClientProgress> _clients = plan
        .Clients.Select(client => new ClientProgress(
            client.Slug,
            client.Name ?? client.Slug,
            client.Actions.Count(action => ActionTable.IsWrite(action.Type)),
            0,
            0
        ))
        .Where(client => client.All > 0)
        .ToDictionary(client => client.Slug);

    public int All => _clients.Values.Sum(client => client.All);

    public int Done => _clients.Values.Sum(client => client.Done);

    /// <summary>Ended, but not as planned.</summary>
    public int NotDone => _clients.Values.Sum(client => client.NotDone);

    /// <summary>By slug.</summary>
    public IEnumerable<ClientProgress> Clients =>
        _clients.Values.OrderBy(client => client.Slug, StringComparer.Ordinal);

    public void Note(ApplyEvent.Ended ended)
    {
        var item = ended.Item;
        if (!_open.Remove((item.Kind, item.Client, item.Key)) || !_clients.TryGetValue(item.Client, out var client))
        {
            return;
        }

        _clients[item.Client] = client with
        {
            Done = client.Done + 1,
            NotDone = client.NotDone + (ended.Outcome == ApplyOutcome.Done ? 0 : 1),
        };
    }
}
