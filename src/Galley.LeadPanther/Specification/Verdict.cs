namespace Galley.LeadPanther.Specification;

/// <summary>What an OpenAPI file says about something that Galley uses.</summary>
public enum Verdict
{
    Agrees,
    Differs,

    /// <summary>The file does not have it.</summary>
    Missing,
}
