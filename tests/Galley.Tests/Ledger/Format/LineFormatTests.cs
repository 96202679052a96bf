using System.Text;
using Galley.Ledger;
using Galley.Ledger.Format;
using Snapshooter.NUnit;

namespace Galley.Tests.Ledger.Format;

internal sealed class LineFormatTests
{
    [Test]
    public void Lines_OneOfEachEvent_StandAsDocumented() => Snapshot.Match(Text(File()));

    [Test]
    public void Lines_ReadBack_GiveTheSameEvents()
    {
        var events = LedgerTestEvents.Stamped(LedgerTestEvents.OneOfEach()).ToList();

        var read = events.ConvertAll(e => LineFormat.Read(LineFormat.Write(e)).Event);

        Assert.That(read, Is.EqualTo(events));
    }

    [Test]
    public async Task Lines_OneOfEachEvent_FitTheSchema()
    {
        var schema = await LedgerTestEvents.Schema();

        var errors = Text(File())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => schema.Validate(line));

        Assert.That(errors, Is.Empty);
    }

    [Test]
    public void Read_EventOfALaterVersion_SaysWhichOne()
    {
        var line =
            """{"id":"a-1","event":"boosted","at":"2026-06-01T12:00:00Z","run":"a","slug":"x","kind":"post","key":"k"}""";

        Assert.That(
            () => LineFormat.Read(Encoding.UTF8.GetBytes(line)),
            Throws.TypeOf<FormatException>().With.Message.Contains("boosted")
        );
    }

    private static LedgerFile File() =>
        LedgerFile.Empty("ledger", "account").Append(LedgerTestEvents.Stamped(LedgerTestEvents.OneOfEach()));

    private static string Text(LedgerFile file) => Encoding.UTF8.GetString(file.Content.Span);
}
