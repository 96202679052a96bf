namespace Galley.Planning;

/// <summary>What the plan says of one post or lead magnet. <see cref="ActionTable"/> holds all else about each.</summary>
public enum ActionType
{
    Delete,
    Archive,
    InDoubt,
    Missed,
    Gone,
    Drifted,
    EditByHand,
    RemoveByHand,
    Held,
    Create,
    Update,
    Wait,
    Move,
    Cancel,
    Unchanged,
}
