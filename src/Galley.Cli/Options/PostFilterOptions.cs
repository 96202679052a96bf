using System.CommandLine;
using Galley.Planning;

namespace Galley.Cli.Options;

/// <summary><c>--label</c> and <c>--campaign</c>, where a command shows posts.</summary>
internal static class PostFilterOptions
{
    public static readonly Option<string[]> Label = new("--label")
    {
        HelpName = "LABEL",
        Description = "Only posts with this label; may be repeated.",
        AllowMultipleArgumentsPerToken = false,
    };
    public static readonly Option<string?> Campaign = new("--campaign")
    {
        HelpName = "NAME",
        Description = "Only posts of this campaign.",
    };

    public static PostFilter Read(ParseResult parsed) =>
        new([.. parsed.GetValue(Label) ?? []], parsed.GetValue(Campaign));
}
