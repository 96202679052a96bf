namespace Galley.Content.Fields;

/// <summary><c>changes</c>, <c>drift</c> and <c>doubts</c>, which galley.yaml and client.yaml share.</summary>
internal static class LivePolicyReader
{
    public static LivePolicy Read(FieldReader fields, LivePolicy defaults) =>
        new(
            Is(fields, "changes", "by-hand", defaults.ChangesByHand),
            Is(fields, "drift", "overwrite", defaults.OverwritesDrift),
            Is(fields, "doubts", "ask", defaults.AsksOnDoubts)
        );

    private static bool Is(FieldReader fields, string name, string value, bool otherwise) =>
        fields.Text(name) is { } text ? text == value : otherwise;
}
