namespace Galley.Testing.Remotes;

/// <summary>Where the line to a Git host breaks in the middle of a push.</summary>
public enum Cut
{
    None,

    /// <summary>While the push is under way: the host takes nothing.</summary>
    BeforeItIsTaken,

    /// <summary>The host took the push; its answer never arrives.</summary>
    AfterItIsTaken,
}
