using CsCheck;
using Galley.Ledger;

namespace Galley.Tests.Ledger.Format;

internal sealed class HashChainTests
{
    private static readonly LedgerFile File = LedgerFile
        .Empty("ledger", "account")
        .Append(LedgerTestEvents.Stamped(LedgerTestEvents.OneOfEach()));

    private static readonly byte[] Whole = File.Content.ToArray();

    [Test]
    public void File_AnyByteChanged_IsFound() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte[1, 255], Gen.Bool)
            .Sample(
                (at, mask, torn) =>
                {
                    byte[] bytes = [.. Whole];
                    bytes[at] ^= mask;

                    Assert.That(() => Read(bytes, torn), Throws.TypeOf<LedgerDamagedException>());
                }
            );

    [Test]
    public void File_LastLineEndChangedToAnything_IsFound()
    {
        foreach (var other in Enumerable.Range(0, 256).Where(b => b != '\n'))
        {
            byte[] bytes = [.. Whole[..^1], (byte)other];

            Assert.That(
                () => Read(bytes, tornIsDamage: false),
                Throws.TypeOf<LedgerDamagedException>(),
                $"byte {other}"
            );
        }
    }

    [Test]
    public void File_CutAnywhere_FoldsItsWholeLines() =>
        Gen.Int[0, Whole.Length]
            .Sample(length =>
            {
                var file = Read(Whole[..length], tornIsDamage: false);

                Assert.That(Whole.AsSpan().StartsWith(file.Content.Span), Is.True);
                Assert.That(file.Stored + file.Torn, Is.EqualTo(length));
                Assert.That(file.Events, Is.EqualTo(File.Events.Take(file.Events.Count)));
                Assert.That(file.State.Objects, Is.EquivalentTo(LedgerFold.Replay("account", file.Events).Objects));
            });

    [Test]
    public void File_LineTakenOut_NamesTheLineAfterIt()
    {
        var lines = System.Text.Encoding.UTF8.GetString(Whole).Split('\n').ToList();
        lines.RemoveAt(4);

        var damage = Assert.Throws<LedgerDamagedException>(() =>
            Read(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)), tornIsDamage: true)
        );

        Assert.That(damage!.Line, Is.EqualTo(5));
    }

    [TestCase("other", "account")]
    [TestCase("ledger", "other")]
    public void File_OfAnotherLedgerOrClient_IsFoundInItsFirstLine(string ledger, string account)
    {
        var damage = Assert.Throws<LedgerDamagedException>(() =>
            LedgerFile.Read(Whole, "name", ledger, account, tornIsDamage: false)
        );

        Assert.That(damage!.Message, Does.Contain("name:1"));
    }

    private static LedgerFile Read(byte[] bytes, bool tornIsDamage) =>
        LedgerFile.Read(bytes, "name", "ledger", "account", tornIsDamage);
}
