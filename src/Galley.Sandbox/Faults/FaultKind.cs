namespace Galley.Sandbox.Faults;

/// <summary>What goes wrong. "Store" is the moment at which a create, a change or an upload takes hold.</summary>
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

    /// <summary>Stored; the answer is not JSON.</summary>
    Malformed,

    /// <summary>Stored; the answer has no id.</summary>
    NoId,

    /// <summary>Stored; the answer has the id of the first answer of this operation. In a list: two objects have one id.</summary>
    SameId,

    /// <summary>An object shows only the fields of the documentation's example.</summary>
    FewFields,

    /// <summary>A change is answered without the object.</summary>
    NoObject,

    /// <summary>A list without one object that exists.</summary>
    Hide,

    /// <summary>A list that ends in the middle and says that there is no more.</summary>
    CutOff,

    /// <summary>A list whose pages each begin with the last object of the page before.</summary>
    Repeat,

    /// <summary>A list that begins again after its end and always says that there is more.</summary>
    Endless,

    /// <summary>A list whose first object has an id that is not a UUID.</summary>
    BadId,
}
