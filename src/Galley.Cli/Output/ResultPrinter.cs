using System.Text.Json.Serialization.Metadata;
using Galley.Cli.Hosting;
using Galley.Cli.Options;

namespace Galley.Cli.Output;

/// <summary>Prints a command's one result on stdout, in the format that was asked for. Every result has a text and a JSON side.</summary>
internal sealed class ResultPrinter(Shell shell, CommonOptions common)
{
    /// <param name="type">From <see cref="Json.CommandJson"/>.</param>
    public void Print<T>(T result, JsonTypeInfo<T> type, Action<TextWriter> text) =>
        Print(to => to.Write(JsonPrinter.Format(result, type)), text);

    /// <summary>For results whose JSON the library writes.</summary>
    public void Print(Action<TextWriter> json, Action<TextWriter> text)
    {
        switch (common.Format)
        {
            case OutputFormat.Text:
                text(shell.Out);
                break;
            case OutputFormat.Json:
                json(shell.Out);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(json), common.Format, null);
        }
    }
}
