namespace Galley.Sandbox.State;

internal interface IStored
{
    string Id { get; }

    /// <summary>The account that holds it.</summary>
    string UserId { get; }
}
