using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using NJsonSchema;
using NodaTime;

namespace Galley.Tests.Ledger;

/// <summary>Events as a run would write them.</summary>
internal static class LedgerTestEvents
{
    public const string ApiUrl = "https://app.leadpanther.ai/api/v1";
    public const string Owner = "00000000-0000-4000-8000-000000000010";
    public static readonly Account Northwind = new("00000000-0000-4000-8000-000000000001", IsDirect: false);
    public static readonly Account Contoso = new("00000000-0000-4000-8000-000000000002", IsDirect: false);
    public static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 12, 0);

    public static LedgerBinding Binding(Account account, string owner = Owner) => new(ApiUrl, account.Id, owner);

    public static Intended Intended(string key, string text = "Hello", Kind kind = Kind.Post) =>
        new("northwind", kind, key, Payload(text), Noon + Duration.FromMinutes(2));

    public static Created Created(string key, string id = "00000000-0000-4000-8000-000000000099") =>
        new("northwind", Kind.Post, key, id, "req_1");

    public static Released Released(string key) => new("northwind", Kind.Post, key, "429");

    public static Payload Payload(string text) =>
        new(
            $"{{\"body\":\"{text}\"}}",
            $"{{\"content\":\"{text}\"}}",
            Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))
            ),
            "7QK4"
        );

    /// <summary>Of a line, as the program bears it.</summary>
    public static async Task<JsonSchema> Schema()
    {
        await using var stream = typeof(ILedger).Assembly.GetManifestResourceStream(
            "schemas/ledger-event.schema.json"
        )!;
        return await JsonSchema.FromJsonAsync(await new StreamReader(stream).ReadToEndAsync());
    }

    /// <summary>One of each kind of event, in an order that a client's life could have.</summary>
    public static IEnumerable<LedgerEvent> OneOfEach() =>
        [
            new Uploaded(
                "northwind",
                "clients/northwind/media/ä.png",
                new string('a', 64),
                "image/png",
                1234,
                "https://cdn.example/ä.png"
            ),
            Intended("guide", kind: Kind.LeadMagnet),
            new Rejected("northwind", Kind.LeadMagnet, "guide", 422, "keyword \"GUIDE\" is taken", "req_2"),
            Intended("launch", "Zeile \\n „zwei“ 🚀 <b>"),
            Released("launch"),
            Intended("launch"),
            Created("launch"),
            new Seen("northwind", Kind.Post, "launch", "00000000-0000-4000-8000-000000000099"),
            new Done("northwind", Kind.Post, "launch", Payload("Edited")),
            new Moved("northwind", Kind.Post, "2026/launch", "launch"),
            Intended("second"),
            new Sent("northwind", Kind.Post, "second", Id: null),
            Intended("third"),
            new NotSent("northwind", Kind.Post, "third"),
            new Adopted("northwind", Kind.Post, "old", "00000000-0000-4000-8000-000000000077", Payload("Old")),
            new Retired("northwind", Kind.Post, "old"),
            new Retired("northwind", Kind.Post, "second", Recreate: true),
            Intended("fourth"),
            new Found("northwind", Kind.Post, "fourth", "id-4", Payload("Hello")) { Intent = StampId(18) },
            new Overwrite("northwind", Kind.Post, "fourth", "7QK4"),
            new Approved("northwind", Kind.Post, "fourth", "7QK4-M2XD-93TB", "Anna Smith"),
            new Updated("northwind", Kind.Post, "fourth", Payload("Changed"), "req_4") { Id = "id-4" },
            new Deleted("northwind", Kind.Post, "fourth", "req_5") { Id = "id-4" },
            Intended("fifth"),
            new Absent("northwind", Kind.Post, "fifth") { Intent = StampId(23) },
            new Found("northwind", Kind.LeadMagnet, "guide", "id-5", Payload("Guide")),
            new Archived("northwind", Kind.LeadMagnet, "guide", RequestId: null) { Id = "id-5" },
        ];

    /// <summary>Of the event with this number, counted from 1, in what <see cref="Stamped"/> gives.</summary>
    public static string StampId(int number) => $"0123456789abcdef-{number}";

    public static IEnumerable<LedgerEvent> Stamped(IEnumerable<LedgerEvent> events) =>
        events.Select(
            (e, i) =>
                e with
                {
                    Stamp = new Stamp(StampId(i + 1), Noon + Duration.FromSeconds(i), "0123456789abcdef", "4866718"),
                }
        );
}
