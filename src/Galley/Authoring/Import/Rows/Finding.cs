namespace Galley.Authoring.Import.Rows;

/// <summary>Why a row is not imported as a scheduled post.</summary>
/// <param name="LeavesOut">True: the row becomes no file. False: it becomes a draft.</param>
/// <param name="Why">The end of a sentence that begins with "because".</param>
internal sealed record Finding(bool LeavesOut, string Why)
{
    private const int Longest = 40;

    public static Finding LeaveOut(string why) => new(true, why);

    public static Finding Draft(string why) => new(false, why);

    /// <summary>The beginning of a cell in one line.</summary>
    public static string Start(string text)
    {
        var line = text.Trim().Split('\n')[0].TrimEnd();
        return line.Length <= Longest ? line : line[..Longest].TrimEnd() + "…";
    }
}
