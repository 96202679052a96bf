using Octokit;

namespace Galley.GitHub;

/// <summary>Whose comments are ours.</summary>
internal sealed class Author(GitHubDoor door)
{
    /// <summary>The name under which a job's own token writes. That token may not ask who it is.</summary>
    private const string Actions = "github-actions[bot]";

    private string? _login;

    public async Task<bool> Wrote(User? user, CancellationToken cancel) =>
        user is not null && string.Equals(user.Login, await Login(cancel), StringComparison.OrdinalIgnoreCase);

    public async Task<string> Login(CancellationToken cancel)
    {
        try
        {
            return _login ??= (await door.Ask(client => client.User.Current(), cancel)).Login;
        }
        catch (ApiException refusal) when (refusal is ForbiddenException or NotFoundException)
        {
            return _login = Actions;
        }
    }
}
