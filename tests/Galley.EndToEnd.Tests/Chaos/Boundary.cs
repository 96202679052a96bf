namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>The instants of a request at which a run can die, as the other end sees them.</summary>
internal enum Boundary
{
    /// <summary>The request left galley; LeadPanther has not seen it.</summary>
    Sent,

    /// <summary>LeadPanther has stored it and answered; galley has not heard.</summary>
    Stored,

    /// <summary>The answer's last byte was handed to galley.</summary>
    Answered,
}
