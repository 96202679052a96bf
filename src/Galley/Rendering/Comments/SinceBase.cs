namespace Galley.Rendering.Comments;

/// <summary>The values of <see cref="Planning.PlanAction.SinceBase"/>.</summary>
internal static class SinceBase
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Cancelled = "cancelled";
}
