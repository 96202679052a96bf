namespace Galley.Simulation.Outside;

/// <summary>How often what goes wrong, in one of so many cases; 0: never.</summary>
/// <param name="Api">A request meets one of the answers of design §6.</param>
/// <param name="List">A list is cut off, refused, or lacks something.</param>
/// <param name="Store">A push is refused, cut off or unclear; a disk does not sync.</param>
internal sealed record Faults(int Api, int List, int Store)
{
    public static readonly Faults None = new(0, 0, 0);
}
