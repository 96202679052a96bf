using System.Text.RegularExpressions;
using Octokit;

namespace Galley.GitHub;

/// <summary>Answers to comments.</summary>
public sealed partial class GitHubReporter
{
    public bool CanAsk => _api is not null;

    /// <summary>Whether a person has write access to the repository; null when GitHub does not answer.</summary>
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
        await Try($"check the access of {login}", async () =>
        {
            try
            {
                var answer = await _api.Send(
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

    /// <summary>Whether we wrote the comment; null when GitHub does not answer.</summary>
    public async Task<bool?> IsOurs(EventComment comment, CancellationToken cancellationToken)
    {
        bool? isOurs = null;
        if (_author is not null)
        {
            await Try("find this job's own name", async () =>
                isOurs = string.Equals(
                    await _author.Login(cancellationToken),
                    comment.Author,
                    StringComparison.OrdinalIgnoreCase
                )
            );
        }

        return isOurs;
    }

    /// <summary>Whether one of our comments on the thread has this on its last line; null when GitHub does not answer.</summary>
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

    /// <summary>One answer for each marker, however often it is given.</summary>
    public Task Answer(int thread, string marker, string body, CancellationToken cancellationToken) =>
        Try("write the answer", () =>
            new StickyComment(_api!, _author!, thread).Put(marker, body, replaces: false, cancellationToken)
        );

    // Names of people, and of accounts that a company manages, which end in _company. Anything else is no name, and must
    // not get into an address.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Login();
}
