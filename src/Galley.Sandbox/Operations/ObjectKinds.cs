namespace Galley.Sandbox.Operations;

internal static class ObjectKinds
{
    public static PostKind Post { get; } = new();
    public static LeadMagnetKind LeadMagnet { get; } = new();
}
