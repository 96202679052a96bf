using System.Text.RegularExpressions;

namespace Galley.LeadPanther.Routing;

/// <summary>
/// An id may stand in a path only if it can't be anything but an id. The documentation shows UUIDs but promises no form,
/// so any id of the same characters is taken.
/// </summary>
internal static partial class ApiId
{
    public static bool IsId(string text) => Id().IsMatch(text);

    public static string Require(string text) =>
        IsId(text)
            ? text
            : throw new GalleyException(
                $"\"{text}\" is not a LeadPanther id: use the id as LeadPanther shows it, "
                    + "such as 00000000-0000-4000-8000-000000000001."
            );

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
