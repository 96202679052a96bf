using System.Text.RegularExpressions;
using Octokit;

namespace Galley.GitHub;

/// <summary>Answers to comments.</summary>
public sealed partial class GitHubReporter
{
    public bool CanAsk => _api is not null;

    /// <summary>Whether a person may write to the repository; null when GitHub can't say.</summary>
    public async Task<bool?> MayWrite(string login, CancellationToken cancellationToken)
    {
        if (_api is null)
        {
            return null;
        }

        if (!Login().IsMatch(login))
        {
            return false;
        }

        bool? may = null;
        await Try($"ask what {login} may do here", async () =>
        {
            try
            {
                var answer = await _api.Ask(
                    client => client.Repository.Collaborator.ReviewPermission(_run.Owner, _run.Repository, login),
                    cancellationToken
                );
                may = answer.Permission is "admin" or "maintain" or "write";
            }
            catch (NotFoundException)
            {
                may = false;
            }
        });
        return may;
    }

    /// <summary>Whether we wrote the comment ourselves; null when GitHub can't say.</summary>
    public async Task<bool?> IsOurs(EventComment comment, CancellationToken cancellationToken)
    {
        bool? isOurs = null;
        if (_author is not null)
        {
            await Try("ask for this job's own name", async () =>
                isOurs = string.Equals(
                    await _author.Login(cancellationToken),
                    comment.Author,
                    StringComparison.OrdinalIgnoreCase
                )
            );
        }

        return isOurs;
    }

    /// <summary>Whether a comment of ours on the thread has this on its last line; null when GitHub can't say.</summary>
    public async Task<bool?> HasAnswered(int thread, string marker, CancellationToken cancellationToken)
    {
        bool? has = null;
        if (_api is not null)
        {
            await Try("read the comments", async () =>
                has = await new StickyComment(_api, _author!, thread).Has(marker, cancellationToken)
            );
        }

        return has;
    }

    /// <summary>One answer a marker, however often it is given.</summary>
    public Task Answer(int thread, string marker, string body, CancellationToken cancellationToken) =>
        Try("write the answer", () =>
            new StickyComment(_api!, _author!, thread).Put(marker, body, replaces: false, cancellationToken)
        );

    // People's names, and those that a company gives out, which end in _company. Anything else names nobody, and is no part of an address.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Login();
}
