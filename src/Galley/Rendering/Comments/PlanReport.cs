using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>
/// What a job without rights found, for a job with rights to write: everything that a comment is made of, and nothing that is
/// already Markdown.
/// </summary>
public sealed record PlanReport
{
    /// <summary>Null if the run ended in an <see cref="Error"/>.</summary>
    public Plan? Plan { get; init; }

    /// <summary>A sentence.</summary>
    public string? Error { get; init; }

    public ImmutableArray<ReportedText> Texts { get; init; } = [];
    public bool HasBase { get; init; }
    public ImmutableArray<SettingsChange> Settings { get; init; } = [];
    public ImmutableArray<Correction> Corrections { get; init; } = [];
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>The content root in the repository: empty, or with a slash at its end.</summary>
    public string Prefix { get; init; } = "";

    public Duration MinLeadTime { get; init; }

    public ObjectText? TextOf(string client, PlanAction action) =>
        Texts.FirstOrDefault(text => text.Client == client && text.Kind == action.Kind && text.Key == action.Key)?.Text;
}

/// <summary>The text of one object, by its name.</summary>
public sealed record ReportedText(string Client, Kind Kind, string Key, ObjectText Text);
