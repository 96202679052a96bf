namespace Galley.Sandbox.State;

internal interface IStored
{
    string Id { get; }

    /// <summary>The account that holds it.</summary>
    string UserId { get; }

    /// <summary>When it was deleted or archived; null while it exists.</summary>
    DateTimeOffset? DeletedAt { get; }
}
