namespace Galley.Resolutions;

/// <summary>One line of a comment, from its text to its answer.</summary>
/// <param name="line">Without <c>/galley</c>.</param>
public sealed class SlashCommand(string line)
{
    private Resolution? _resolution;

    public string Line => line;

    /// <summary>Null until it is judged.</summary>
    public ResolutionResult? Result { get; private set; }

    /// <summary>One, or one for each code of an approval. An invalid line gets its answer at once.</summary>
    /// <param name="by">Who wrote it.</param>
    public static IEnumerable<SlashCommand> Read(CommandLine line, string by)
    {
        if (line.IsCode)
        {
            return
            [
                Refused(
                    line.Text,
                    "This command is in backticks, so Galley did not run it. Post it without backticks, in a new comment."
                ),
            ];
        }

        try
        {
            var all = ResolutionParser.ParseAll(line.Text, by);
            return all.Select(one => new SlashCommand(
                one is Resolution.Approve approve ? $"approve {approve.Slug} {approve.Code}" : line.Text
            )
            {
                _resolution = one,
            });
        }
        catch (GalleyException misread)
        {
            return [Refused(line.Text, misread.Message)];
        }
    }

    private static SlashCommand Refused(string line, string why) =>
        new(line) { Result = new ResolutionResult.Rejected(why) };

    /// <summary>Resolves them client by client: if one client's ledger fails, only its lines fail.</summary>
    public static async Task Resolve(
        IEnumerable<SlashCommand> lines,
        Resolver resolver,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var client in lines.Where(line => line._resolution is not null).GroupBy(line => line._resolution!.Slug)
        )
        {
            SlashCommand[] open = [.. client];
            try
            {
                var answers = await resolver.Resolve([.. open.Select(line => line._resolution!)], cancellationToken);
                foreach (var (one, result) in open.Zip(answers))
                {
                    one.Result = result;
                }
            }
            catch (GalleyException failure)
            {
                RefuseAll(open, failure);
            }
        }
    }

    /// <summary>Refuses every line that has no answer yet.</summary>
    public static void RefuseAll(IEnumerable<SlashCommand> lines, GalleyException failure)
    {
        foreach (var line in lines)
        {
            line.Result ??= new ResolutionResult.Rejected(failure.Message);
        }
    }
}
