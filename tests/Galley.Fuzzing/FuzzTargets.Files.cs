using System.Text.Json;
using Galley.Authoring;
using Galley.Authoring.Import;
using Galley.Content;
using Galley.Content.Pictures;
using Galley.Ledger;
using Galley.Ledger.Format;
using Galley.Planning;
using Galley.Rules;
using Galley.Testing;
using NodaTime;

namespace Galley.Fuzzing;

public static partial class FuzzTargets
{
    /// <summary>A client with this file: what is said of it, what a plan makes of it.</summary>
    private static void ReadContent(string file, byte[] input)
    {
        using var root = new TemporaryFolder();
        var path = Path.GetFullPath(root[$"clients/acme/{file}"]);
        foreach (var folder in new[] { "clients/acme/posts", "clients/acme/lead-magnets" })
        {
            Directory.CreateDirectory(root[folder]);
        }

        File.WriteAllText(
            root["clients/acme/client.yaml"],
            $"name: A\nclient_id: {Account}\ntime_zone: Europe/Paris\n"
        );
        File.WriteAllText(
            root["clients/acme/lead-magnets/guide.md"],
            "---\nkeyword: GUIDE\nresource_name: G\ntext_template: \"<<resource_link>>\"\n---\nPage\n"
        );
        File.WriteAllBytes(path, input);
        var repository = Repository.Open(root.Path);
        var validator = new Validator(repository, Now, ValidationPurpose.Plan);
        _ = validator.OfRepository();
        new Planner(repository, null, validator, Now).Plan(repository.Slugs, default).GetAwaiter().GetResult();
    }

    /// <summary>Lines that can be read make a state, and a file that is read as it was written.</summary>
    private static void ReadLedger(byte[] input)
    {
        Expected(() => LedgerFile.Read(input, "file", "ledger", Account, tornIsDamage: true));
        var file = LedgerFile.Empty("ledger", Account);
        foreach (var line in Text(input).Split('\n'))
        {
            try
            {
                file = file.Append([LineFormat.Read(Bytes(line)).Event]);
            }
            catch (Exception refused) when (refused is FormatException or JsonException)
            {
                // No line of ours.
            }
        }

        var again = LedgerFile.Read(file.Content.ToArray(), "file", "ledger", Account, tornIsDamage: true);
        if (again.Events.Count != file.Events.Count)
        {
            throw new InvalidOperationException("What was written is not what is read.");
        }
    }

    private static void ReadSheet(byte[] input)
    {
        var client = new Client
        {
            Slug = "acme",
            Name = "A",
            SourceMap = new FakeSource("clients/acme/client.yaml"),
            Account = new Account(Account, IsDirect: false),
            Zone = DateTimeZone.Utc,
        };
        var options = new ImportOptions
        {
            Content = new ClientContent { Slug = "acme", Client = client },
            Client = client,
            Limits = new Limits(),
            Now = Now,
            Root = "/",
            Schemas = SchemaFolder.In("/"),
        };
        Expected(() => PostImport.Run(input, options));
    }

    private static void ReadPicture(byte[] input)
    {
        foreach (var type in new[] { "image/jpeg", "image/png", "image/gif", "image/webp" })
        {
            _ = PictureHeader.Read(new MemoryStream(input), type);
        }

        _ = (OtherType.NameOf(input), MediaType.LfsObject(input));
        _ = MediaType.Detect(input);
    }
}
