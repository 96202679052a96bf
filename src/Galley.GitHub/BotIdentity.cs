using Octokit;

namespace Galley.GitHub;

/// <summary>The name under which we write comments and issues.</summary>
/// <param name="log">Takes one sentence for the log.</param>
internal sealed class BotIdentity(GitHubApi api, Action<string> log)
{
    /// <summary>The name under which a job's own token writes. That token may not ask for its name.</summary>
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
            return _login ??= (await api.Send(client => client.User.Current(), cancellationToken)).Login;
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

        log(
            $"GitHub shows {login}, not {_login}, as the author of what this job writes. Set "
                + $"{WorkflowEnvironment.LoginVariable} to {login}, or the next run does not find it and writes it again."
        );
        _login = login;
    }
}
