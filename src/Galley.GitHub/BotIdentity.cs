using Octokit;

namespace Galley.GitHub;

/// <summary>Whose comments and issues are ours.</summary>
/// <param name="say">One sentence for the log.</param>
internal sealed class BotIdentity(GitHubApi api, Action<string> say)
{
    /// <summary>The name under which a job's own token writes. That token may not ask who it is.</summary>
    private const string Actions = "github-actions[bot]";

    private string? _login = api.Run.Login;

    public static bool IsSame(User? user, string login) =>
        string.Equals(user?.Login, login, StringComparison.OrdinalIgnoreCase);

    public async Task<bool> Wrote(User? user, CancellationToken cancellationToken) =>
        user is not null && IsSame(user, await Login(cancellationToken));

    public async Task<string> Login(CancellationToken cancellationToken)
    {
        try
        {
            return _login ??= (await api.Ask(client => client.User.Current(), cancellationToken)).Login;
        }
        catch (ApiException refusal) when (refusal is ForbiddenException or NotFoundException)
        {
            return _login = Actions;
        }
    }

    /// <summary>Takes the name under which GitHub stored what we wrote: an app's token can't ask for it either.</summary>
    public void Learn(User? user)
    {
        if (user?.Login is not { } login || _login is null || IsSame(user, _login))
        {
            return;
        }

        say(
            $"GitHub shows what this job writes as by {login}, not {_login}: set {WorkflowEnvironment.LoginVariable} to {login}, or the next run won't find it and writes it again."
        );
        _login = login;
    }
}
