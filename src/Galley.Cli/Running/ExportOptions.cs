using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;

namespace Galley.Cli.Running;

/// <summary>What the commands that list people's doings share: all but their filters.</summary>
internal sealed class ExportOptions(string name)
{
    private readonly Option<string?> _search = new("--search")
    {
        HelpName = "TEXT",
        Description = "Only where LeadPanther finds this text.",
    };
    private readonly Option<int?> _limit = NumberOption.Create(
        "--limit",
        "At most this many of each client. Default: all.",
        from: 0
    );
    private readonly Option<int?> _offset = NumberOption.Create(
        "--offset",
        "Pass over this many of each client first.",
        from: 0
    );
    private readonly Option<string?> _out = new("--out")
    {
        HelpName = "FILE",
        Description =
            $"Write the rows to this file, such as ~/{name}.csv: personal data, so never within a Git work tree unless ignored.",
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
