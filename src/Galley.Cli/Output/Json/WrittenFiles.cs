using System.Text.Json.Serialization;

namespace Galley.Cli.Output.Json;

/// <summary><c>new</c> and <c>import</c>.</summary>
/// <param name="Problems">What is wrong with the written files.</param>
internal sealed record WrittenFiles(IReadOnlyList<string> Written, IReadOnlyList<string> Problems)
{
    /// <summary><c>import</c> that only shows: what it would write.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? WouldWrite { get; init; }

    /// <summary><c>import</c>: the drafts among the posts, with the reasons.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SheetRow>? Drafts { get; init; }

    /// <summary><c>import</c>: the rows that became no file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SheetRow>? LeftOut { get; init; }

    /// <param name="Number">As a spreadsheet counts.</param>
    internal sealed record SheetRow([property: JsonPropertyName("row")] int Number, string Why);
}
