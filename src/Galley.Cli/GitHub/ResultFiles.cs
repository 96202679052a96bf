using Galley.Applying.Results;
using Galley.Content;
using Galley.Diagnostics;
using Galley.GitHub;
using Galley.Planning;
using Galley.Rendering.Comments;

namespace Galley.Cli.GitHub;

/// <summary>The files behind an apply's result: where each object's is, what it says, and which pull request's it is.</summary>
/// <param name="prefix">Of the content root in the repository: empty, or with a slash at its end.</param>
internal sealed class ResultFiles(IEnumerable<ClientPlan> plans, ObjectTexts objectTexts, string prefix)
{
    private readonly Dictionary<(string, Kind, string), (ClientPlan Client, PlanAction Action)> _actions = plans
        .SelectMany(client => client.Actions.Select(action => (client, action)))
        .DistinctBy(pair => (pair.client.Slug, pair.action.Kind, pair.action.Key))
        .ToDictionary(pair => (pair.client.Slug, pair.action.Kind, pair.action.Key));

    /// <summary>The file, in the repository, of each object that was sent or tried.</summary>
    public Dictionary<ApplyItem, string> Of(ApplyResult result) =>
        result
            .Done.Concat(result.Failed)
            .Concat(result.InDoubt)
            .Distinct()
            .Where(item => PathOf(item) is not null)
            .ToDictionary(item => item, item => prefix + PathOf(item));

    public ApplyItemFacts? About(ApplyItem item)
    {
        const int FirstLine = 60;
        return Find(item) is var (client, action)
            ? new ApplyItemFacts(
                client.Name,
                client.Zone,
                action.At,
                action.Path,
                objectTexts.For(client.Slug, action)?.FirstLine(FirstLine) ?? action.Title
            )
            : null;
    }

    /// <summary>Whether a pull request that changes these files touches the object: also one whose file it takes out.</summary>
    public bool IsIn(ApplyItem item, IReadOnlyList<ChangedFile> files)
    {
        var path = PathOf(item) is { } known ? prefix + known : null;
        var folder = ContentKind.For(item.Kind).Folder;
        var removed = $"{prefix}{ContentRoot.ClientsFolder}/{item.Client}/{folder}/{item.Key}";
        return files.Any(file =>
            path is not null
                ? file.Path == path
                : new[] { file.Path, file.Before }.Any(gone => gone == $"{removed}.md" || gone == $"{removed}.yaml")
        );
    }

    private string? PathOf(ApplyItem item) => Find(item)?.Action.Path;

    private (ClientPlan Client, PlanAction Action)? Find(ApplyItem item) =>
        _actions.TryGetValue((item.Client, item.Kind, item.Key), out var found) ? found : null;
}
