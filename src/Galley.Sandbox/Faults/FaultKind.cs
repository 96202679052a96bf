namespace Galley.Sandbox.Faults;

/// <summary>What goes wrong. "Store" is the moment at which a create or upload takes hold.</summary>
public enum FaultKind
{
    /// <summary>The connection is cut before the body is read.</summary>
    ResetBeforeRead,

    /// <summary>The connection is cut once the body is read; nothing is stored.</summary>
    ResetBeforeStore,

    /// <summary>Stored, and the connection is cut instead of an answer.</summary>
    ResetAfterStore,

    /// <summary>Nothing is stored, and no answer ever comes.</summary>
    HangBeforeStore,

    /// <summary>Stored, and no answer ever comes.</summary>
    HangAfterStore,

    /// <summary>The answer comes late, and is right.</summary>
    Delay,

    /// <summary>An error status; nothing is stored. 429 and 503 may carry Retry-After.</summary>
    Status,

    /// <summary>Stored, and an error status all the same.</summary>
    StatusAfterStore,

    /// <summary>A proxy's page of HTML; nothing is stored.</summary>
    Html,

    /// <summary>Stored, and a proxy's page of HTML.</summary>
    HtmlAfterStore,

    /// <summary>A redirect; nothing is stored.</summary>
    Redirect,

    /// <summary>Stored; the answer breaks off in the middle.</summary>
    Truncated,

    /// <summary>Stored; the answer is no JSON.</summary>
    Malformed,

    /// <summary>Stored; the answer names no id.</summary>
    NoId,

    /// <summary>Stored; the answer names the id of the first answer of this operation.</summary>
    SameId,
}
