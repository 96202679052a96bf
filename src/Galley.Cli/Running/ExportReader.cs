using System.Collections.Immutable;
using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Rendering.Csv;
using Galley.Reporting.Exports;

namespace Galley.Cli.Running;

/// <summary>
/// Reads all leads or activities, client by client, and counts them. The rows are personal data: they go to the file that
/// was asked for and nowhere else.
/// </summary>
internal sealed class ExportReader<T>(Shell shell, CommonOptions common)
{
    /// <summary>Such as lead and leads.</summary>
    public required (string One, string Many) Noun { get; init; }
    public required ImmutableArray<Facet<T>> Questions { get; init; }
    public required ImmutableArray<CsvColumn<(string Client, T Row)>> Columns { get; init; }
    public required Func<ILeadPanther, Account, IAsyncEnumerable<T>> Rows { get; init; }

    public async Task<int> Run(string? file)
    {
        var workspace = Workspace.Open(shell, common);
        using var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        if (file is null)
        {
            return Finish(await Read(workspace, api, (_, _) => { }), null);
        }

        var path = Path.GetFullPath(file, shell.Directory);
        using var target = await PrivateFile.Create(path, shell.Stop);
        FacetTable<T> counted;
        var rows = 0;
        using (var table = new CsvTable<(string, T)>(target.Writer, Columns))
        {
            counted = await Read(workspace, api, Keep);

            void Keep(string slug, T row)
            {
                table.Add((slug, row));
                rows++;
            }
        }

        if (counted.Clients.IsEmpty && rows == 0)
        {
            return Finish(counted, file: null);
        }

        target.Keep();
        return Finish(counted, path);
    }

    /// <summary>A client that can't be read does not stop the others; a refused key stops everything.</summary>
    private async Task<FacetTable<T>> Read(Workspace workspace, ApiClients api, Action<string, T> keep)
    {
        var heartbeat = new Heartbeat(shell, common);
        var (clients, failures) = (new List<(string, FacetCounts<T>)>(), new List<string>());
        foreach (var client in workspace.Clients().Where(client => !client.Ended))
        {
            var counts = new FacetCounts<T>(Questions);
            try
            {
                await foreach (var row in Rows(api.For(client), client.Account).WithCancellation(shell.Stop))
                {
                    keep(client.Slug, row);
                    counts.Add(row);
                    heartbeat.Say(() => $"Read {Plural.Format(counts.Total, Noun.One, Noun.Many)} of {client.Slug}.");
                }

                clients.Add((client.Slug, counts));
            }
            catch (ApiException failure) when (failure.Status != 401)
            {
                failures.Add(
                    $"Galley could not read the {Noun.Many} of "
                        + $"{client.Slug}{(counts.Total > 0 ? $" after the first {counts.Total:N0}" : "")}: {failure.Message}"
                );
            }
        }

        return new FacetTable<T>(Noun, [.. clients], [.. failures]);
    }

    private int Finish(FacetTable<T> counted, string? file)
    {
        new ResultPrinter(shell, common).Print(counted.AsJson(file), CommandJson.Default.PeopleCounts, text =>
            counted.WriteText(text, file)
        );
        foreach (var failure in counted.Failures)
        {
            shell.Error.WriteLine($"galley: {failure}");
        }

        return (int)(counted.Failures.IsEmpty ? ExitCode.Fine : ExitCode.Error);
    }
}
