using Galley.Applying.Results;
using Galley.Planning;

namespace Galley.Rendering;

/// <summary>What holds a whole client, which a result says once for it and not once for each of its posts.</summary>
internal static class HeldItems
{
    /// <summary>Equal for items that one line speaks of.</summary>
    public static object Alike(ApplyItem item) =>
        item.Reason is Reason.Client or Reason.Limit ? (item.Client, item.Sentence) : item;
}
