namespace Galley.Applying.Creating;

/// <summary>
/// How often one create was tried in this run, and why it was not sent. It outlives the plans that are made anew in
/// between.
/// </summary>
internal sealed class AttemptCounts
{
    public const int MostUnsent = 4;
    public const int MostThrottled = 8;
    public const int MostOvertaken = 5;

    public int Unsent { get; set; }
    public int Throttled { get; set; }

    /// <summary>Another run wrote about the account first.</summary>
    public int Overtaken { get; set; }
}
