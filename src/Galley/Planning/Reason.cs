namespace Galley.Planning;

/// <summary>Why an action waits or is held: <c>reason</c> in plan.json.</summary>
public static class Reason
{
    /// <summary>wait: its send_ahead window is not open yet.</summary>
    public const string Window = "window";

    /// <summary>wait: the repository or the client is paused.</summary>
    public const string Paused = "paused";

    /// <summary>wait: the client's posts need approval and this text has none.</summary>
    public const string Unapproved = "unapproved";

    /// <summary>wait: a draft that stays in Git; create, unchanged: one that <c>send_drafts</c> saves in LeadPanther.</summary>
    public const string Draft = "draft";

    /// <summary>held: its lead magnet failed, is in doubt or gone.</summary>
    public const string LeadMagnet = "lead-magnet";

    /// <summary>held: another run is sending it now.</summary>
    public const string InFlight = "in-flight";

    /// <summary>held: it looks like a live object whose file is gone, and does not say <c>moved_from</c>.</summary>
    public const string Rename = "rename";

    /// <summary>held: its key was retired.</summary>
    public const string RetiredKey = "retired-key";

    /// <summary>held: something like it stands in LeadPanther and belongs to nobody in the ledger.</summary>
    public const string AlreadyThere = "already-there";

    /// <summary>held: <c>pull</c> made its file, and no commit that was applied has that file yet.</summary>
    public const string Uncommitted = "uncommitted";

    /// <summary>held: its client goes over a limit of galley.yaml.</summary>
    public const string Limit = "limit";

    /// <summary>held: a lead magnet to be archived that a post in LeadPanther still offers.</summary>
    public const string InUse = "in-use";

    /// <summary>held: the client's files have errors, or its grant is not active.</summary>
    public const string Client = "client";
}
