using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Operations;

/// <summary>Quickstart: the base URL itself, which needs no key.</summary>
internal static class MetadataOperation
{
    public static Answer Handle() => Answer.Data(new { name = "LeadPanther API", version = "v1" });
}
