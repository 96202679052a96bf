using System.Text.RegularExpressions;

namespace Galley.Content;

/// <summary>
/// <c>notify_url</c> takes a variable's name. Who writes the address itself there is told so, and no output repeats it:
/// who has the address can write into the channel.
/// </summary>
public static partial class SecretField
{
    public const string Name = "notify_url";

    private const string Instead = "(an address, not shown)";

    /// <summary>A line of a file as it may be shown.</summary>
    public static string Hide(string line) => AddressLine().Replace(line, $"$1{Instead}");

    /// <summary>A field's value as it may be shown.</summary>
    internal static string Hide(string field, string value) => IsAddress(field, value) ? Instead : value;

    internal static bool IsAddress(string field, string value) => field == Name && value.AsSpan().ContainsAny(":/?=.");

    [GeneratedRegex(@"^(\s*[""']?notify_url[""']?\s*:\s*)(?=.*[:/?=.]).*$", RegexOptions.Multiline)]
    private static partial Regex AddressLine();
}
