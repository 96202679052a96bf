using System.CommandLine;
using Galley.Authoring;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary>What `new post` and `new lead-magnet` share: the client, the options, and the prompt for what is missing.</summary>
internal sealed class NewDraft
{
    private readonly ParseResult _parsed;
    private readonly DraftOptions _options;

    public NewDraft(Shell shell, ParseResult parsed, DraftOptions options)
    {
        (_parsed, _options) = (parsed, options);
        var common = CommonOptions.Read(parsed, shell);
        var workspace = Workspace.Open(shell, common);
        Prompt = new Prompt(shell, common);
        (Content, Client) = ClientArgument.Read(workspace, common, Prompt);
        (Root, Limits, Now) = (workspace.Repository.Root, workspace.Repository.Settings.Limits, workspace.Now);
        Files = new NewFileWriter(shell, common, Root);
        Text = options.TextOf(parsed, shell);
    }

    public Prompt Prompt { get; }
    public ClientContent Content { get; }
    public Client Client { get; }
    public string Root { get; }
    public Limits Limits { get; }
    public Instant Now { get; }
    public NewFileWriter Files { get; }

    /// <summary>The author's text; null for a starter text.</summary>
    public string? Text { get; }

    public string Ending => _parsed.GetValue(_options.Yaml) ? ".yaml" : ".md";

    public Schedule Schedule => new(Content, Limits);

    public string? Typed(Option<string?> option) => _parsed.GetValue(option);

    public FreeTime NextFree() => FreeTime.Next(Schedule, Client.Times, Limits, Now);

    /// <param name="name">The suggested key.</param>
    /// <exception cref="GalleyException">The key is taken, or can't be one.</exception>
    public string KeyFor(Kind kind, string name)
    {
        var taken = KeyName.Taken(Content, kind);
        return _parsed.GetValue(_options.Key) is { } typed
            ? Free(typed)
            : Prompt.Ask("File name", KeyName.Free(name, taken), Free);

        string Free(string key) =>
            taken.Contains(KeyName.Checked(key))
                ? throw new GalleyException(
                    $"{Client.Name} already has a {ContentKind.For(kind).Noun} \"{key}\". Choose another key."
                )
                : key;
    }
}
