namespace Galley.Sandbox.Operations.Objects;

internal static class ObjectKinds
{
    public static PostKind Post { get; } = new();
    public static LeadMagnetKind LeadMagnet { get; } = new();
}
