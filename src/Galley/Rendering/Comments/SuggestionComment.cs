using System.Security.Cryptography;
using System.Text;

namespace Galley.Rendering.Comments;

/// <summary>A certain correction as a comment on its lines, which GitHub lets the author take over with one click.</summary>
public static class SuggestionComment
{
    public static string Write(Correction correction)
    {
        var problems = correction.Problems.Select(found =>
            $"{SafeMarkdown.Sentence(found.Message)} ({SafeMarkdown.Inline(found.Code, 10)})"
        );
        return $"{string.Join('\n', problems.Distinct())}\n\n{SafeMarkdown.Fenced("suggestion", correction.Text)}";
    }

    /// <summary>The same for the same correction of the same lines, whatever commit they are in.</summary>
    public static string MarkerOf(Correction correction)
    {
        var said =
            $"{correction.Path}\n{correction.Text}\n{string.Join('\n', correction.Problems.Select(found => found.Message))}";
        return $"<!-- galley:fix {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 8))} -->";
    }
}
