using Galley.Diagnostics;
using NodaTime;

namespace Galley.Applying.Results;

/// <summary>In which of the result's lists an object stands.</summary>
public enum ApplyOutcome
{
    Done,
    Failed,
    InDoubt,
    Held,
    NotStarted,
    Waiting,
}

/// <summary>What came of one object in an apply.</summary>
/// <param name="Client">The folder's name.</param>
public sealed record ApplyItem(Kind Kind, string Client, string Key)
{
    /// <summary>The LeadPanther id, once there is one.</summary>
    public string? Id { get; init; }

    public string? Code { get; init; }

    /// <summary>
    /// What was done or is to be done, by the plan's name of it (<see cref="Planning.ActionTable"/>), or
    /// <see cref="Found"/>.
    /// </summary>
    public string? Action { get; init; }

    /// <summary>What happened and what to do next, for people.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>One of <see cref="Planning.Reason"/>, or <see cref="Missed"/>.</summary>
    public string? Reason { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Waiting: when its window opens.</summary>
    public Instant? OpensAt { get; init; }

    /// <summary>The client's time zone, by which people read <see cref="OpensAt"/>.</summary>
    public string? Zone { get; init; }

    /// <summary>The exit code that it asks for.</summary>
    public ExitCode Need { get; init; }

    /// <summary><see cref="Action"/> of what LeadPanther's list showed, so that nothing was sent.</summary>
    public const string Found = "found";

    /// <summary><see cref="Reason"/> of what is not started because its time came too near, or passed.</summary>
    public const string Missed = "missed";

    /// <summary><c>post northwind/spring-sale</c>: how commands name it.</summary>
    public string Name => $"{ContentKind.For(Kind).Name} {Client}/{Key}";
}
