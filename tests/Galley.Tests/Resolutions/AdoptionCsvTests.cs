using Galley.Resolutions;

namespace Galley.Tests.Resolutions;

internal sealed class AdoptionCsvTests
{
    private const string Id = "00000000-0000-4000-8000-000000000002";

    [TestCase("kind,client,key,id\npost,northwind,launch," + Id)]
    [TestCase("\uFEFFkind;client;key;id\r\npost;northwind;launch;" + Id + "\r\n")]
    [TestCase("Client, Key ,name,ID,Kind\n northwind , \"launch\" ,\"A, B\"," + Id + ",post\n")]
    public void Sheet_OfAnySpreadsheet_IsRead(string csv)
    {
        var rows = AdoptionCsv.Read(csv, "sheet.csv", force: false);

        Assert.That(rows, Has.Length.EqualTo(1));
        Assert.That(rows[0].Resolution?.Name, Is.EqualTo("post northwind/launch"), rows[0].Why);
    }

    [Test]
    public void Row_ThatCannotBeRead_IsLeftOutWithItsLine_AndTheOthersStand()
    {
        var rows = AdoptionCsv.Read(
            $"kind,client,key,id\npost,northwind,,{Id}\n\ntweet,northwind,launch,{Id}\npost,northwind\npost,northwind,launch,{Id}\n",
            "sheet.csv",
            force: true
        );

        Assert.That(
            rows.Select(row => (row.Line, row.Why?.Split(':')[0])),
            Is.EqualTo(
                new[]
                {
                    (2L, "key is empty."),
                    (4L, "\"tweet\" is not a kind. Use post or lead-magnet, as in"),
                    (5L, "key is empty."),
                    (6L, null),
                }
            )
        );
        Assert.That(rows[3].Resolution!.IsForced);
    }

    [TestCase("")]
    [TestCase("kind,client,key\n")]
    public void Sheet_WithoutItsColumns_IsRefused(string csv) =>
        Assert.That(
            () => AdoptionCsv.Read(csv, "sheet.csv", force: false),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.Contains("first line must name the columns kind,client,key,id")
        );
}
