using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Galley.Ledger.Format;

[JsonSerializable(typeof(LedgerLine))]
[JsonSerializable(typeof(HeaderFile))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    public static LedgerJson Line { get; } = new(Strict(indented: false));

    public static LedgerJson File { get; } = new(Strict(indented: true));

    private static JsonSerializerOptions Strict(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            // Text as people wrote it, not as \u escapes: the ledger is read in `git log -p`, never inside HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
        };
}
