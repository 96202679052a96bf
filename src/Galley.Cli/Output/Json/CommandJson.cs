using System.Text.Json.Serialization;

namespace Galley.Cli.Output.Json;

/// <summary>How the commands' own results read as JSON. The names are a contract with programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AdoptedRows))]
[JsonSerializable(typeof(ApiFindings))]
[JsonSerializable(typeof(CalendarFile))]
[JsonSerializable(typeof(ChangedTimes))]
[JsonSerializable(typeof(ClientAccounts))]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(CommentAnswers))]
[JsonSerializable(typeof(EditorPages))]
[JsonSerializable(typeof(FixedFiles))]
[JsonSerializable(typeof(FoundObjects))]
[JsonSerializable(typeof(KeyOwner))]
[JsonSerializable(typeof(LedgerFiles))]
[JsonSerializable(typeof(NewLedger))]
[JsonSerializable(typeof(NewRepositoryFiles))]
[JsonSerializable(typeof(PeopleCounts))]
[JsonSerializable(typeof(PreviewPages))]
[JsonSerializable(typeof(RebuiltLedger))]
[JsonSerializable(typeof(RecoveredLines))]
[JsonSerializable(typeof(SingleFile))]
[JsonSerializable(typeof(WrittenFiles))]
internal sealed partial class CommandJson : JsonSerializerContext;
