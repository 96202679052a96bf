using System.CommandLine;
using Galley.Planning.Sharding;

namespace Galley.Cli.Options;

/// <summary><c>--shard I/N</c>, for the commands that a matrix of jobs runs.</summary>
internal static class ShardOption
{
    private static readonly Option<string?> Text = new("--shard")
    {
        HelpName = "I/N",
        Description =
            "Only this share of the clients: 3/16 is the third of sixteen. `galley comment` then reports all shares on GitHub.",
    };

    public static Option<string?> Option => Text;

    public static Shard? Read(ParseResult parsed) =>
        parsed.GetValue(Text) is not { } text
            ? null
            : Shard.TryParse(text)
                ?? throw new GalleyException(
                    $"--shard is \"{text}\". Write it like 3/16: a number from 1 to the number of shards, which is at most {Shard.Most}."
                );
}
