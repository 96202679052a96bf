namespace Galley.Api;

/// <summary>How an operation's method and path are known.</summary>
public enum Evidence
{
    /// <summary>The documentation shows them.</summary>
    Shown,

    /// <summary>The documentation only says that it exists; method and path follow from what it shows of others.</summary>
    Assumed,
}
