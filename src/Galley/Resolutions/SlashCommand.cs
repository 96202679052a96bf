namespace Galley.Resolutions;

/// <summary>One line of a comment, from its text to its answer.</summary>
/// <param name="line">Without <c>/galley</c>.</param>
public sealed class SlashCommand(string line)
{
    private Resolution? _resolution;

    public string Line => line;

    /// <summary>Null until it is judged.</summary>
    public ResolutionResult? Result { get; private set; }

    /// <summary>An invalid line gets its answer at once.</summary>
    public static SlashCommand Read(CommandLine line)
    {
        var read = new SlashCommand(line.Text);
        if (line.IsCode)
        {
            read.Result = new ResolutionResult.Rejected(
                "This command is in backticks, so Galley did not run it. Post it without backticks, in a new comment."
            );
            return read;
        }

        try
        {
            read._resolution = ResolutionParser.Parse(line.Text);
        }
        catch (GalleyException misread)
        {
            read.Result = new ResolutionResult.Rejected(misread.Message);
        }

        return read;
    }

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
