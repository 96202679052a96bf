using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;

namespace Galley.Cli.Running;

/// <summary>What `leads` and `activity` share: everything but their filters.</summary>
internal sealed class ExportOptions(string name)
{
    private readonly Option<string?> _search = new("--search")
    {
        HelpName = "TEXT",
        Description = "Only rows in which LeadPanther finds this text.",
    };
    private readonly Option<int?> _limit = NumberOption.Create(
        "--limit",
        "At most N rows of each client. Default: all.",
        from: 0
    );
    private readonly Option<int?> _offset = NumberOption.Create(
        "--offset",
        "Skip the first N rows of each client.",
        from: 0
    );
    private readonly Option<string?> _out = new("--out")
    {
        HelpName = "FILE",
        Description =
            $"Write the rows to this file, such as ~/{name}.csv: personal data, so not inside a Git work tree unless Git ignores it.",
    };

    public Command Command<T>(
        string description,
        Option[] filters,
        Shell shell,
        Func<ParseResult, CommonOptions, ExportReader<T>> reading
    )
    {
        var command = new Command(name, description);
        foreach (var option in (Option[])[.. filters, _search, _limit, _offset, _out])
        {
            command.Options.Add(option);
        }

        command.SetAction(
            async (parsed, _) => await reading(parsed, CommonOptions.Read(parsed, shell)).Run(parsed.GetValue(_out))
        );
        return command;
    }

    public string? SearchOf(ParseResult parsed) => parsed.GetValue(_search);

    public int? LimitOf(ParseResult parsed) => parsed.GetValue(_limit);

    public int OffsetOf(ParseResult parsed) => parsed.GetValue(_offset) ?? 0;
}
