using Galley.Cli.Options;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Cli.Workspaces;

/// <summary>The one client that a new file is for.</summary>
internal static class ClientArgument
{
    public static (ClientContent Content, Client Client) Read(Workspace workspace, CommonOptions common, Prompt prompt)
    {
        var slug = Slug(workspace, common, prompt);
        var content = workspace.Repository.Read(slug);
        return content.Client is { } client
            ? (content, client)
            : throw new GalleyException(
                $"clients/{slug}/client.yaml has errors. Run `galley validate --client {slug}` to see them.",
                ExitCode.ContentInvalid
            );
    }

    private static string Slug(Workspace workspace, CommonOptions common, Prompt prompt)
    {
        var all = workspace.Repository.Slugs;
        if (common.Clients.Count > 1)
        {
            throw new GalleyException("Name only one client with --client.");
        }

        if (common.Clients is [var named])
        {
            return named;
        }

        if (all is [var only])
        {
            return only;
        }

        if (all.IsEmpty)
        {
            throw new GalleyException("There is no client yet. Make one with `galley new client`.");
        }

        return prompt.Need(
            $"Which client ({string.Join(", ", all)})",
            $"--client with one of {string.Join(", ", all)}",
            typed =>
                all.Contains(typed)
                    ? typed
                    : throw new GalleyException(
                        $"There is no client \"{typed}\". {Suggestion.DidYouMean(typed, all)}The clients are: {string.Join(", ", all)}."
                    )
        );
    }
}
