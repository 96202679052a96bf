using Galley.Diagnostics;

namespace Galley.Tests.Diagnostics;

public class CatalogueTests
{
    [Test]
    public void Ids_InAllAreas_AreUniqueAndWellFormed()
    {
        var ids = Catalogue.All.Select(code => code.Id).ToArray();

        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.All.Match("^GAL[1-7][0-9]{2}$"));
        Assert.That(ids, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public void Entries_Always_SayWhatIsWrongAndHowToFixIt()
    {
        foreach (var code in Catalogue.All)
        {
            Assert.That(new[] { code.Title, code.Meaning, code.Bad, code.Fix }, Has.None.Empty, code.Id);
        }
    }

    [Test]
    public void Adjustable_ForReadingSchemaPlanningPathsAndLinkSafety_IsNever()
    {
        string[] never = ["GAL505", "GAL506", "GAL502", "GAL503", "GAL406", "GAL407", "GAL408", "GAL509", "GAL514"];

        var adjustable = Catalogue.All.Where(code => code.Adjustable).Select(code => code.Id).ToArray();

        Assert.That(adjustable, Has.None.Match("^GAL[126]"));
        Assert.That(adjustable.Intersect(never), Is.Empty);
    }

    [Test]
    public void Find_KnownAndUnknown_GivesTheEntryOrNull()
    {
        Assert.That(Catalogue.Find("GAL314")?.Adjustable, Is.True);
        Assert.That(Catalogue.Find("GAL999"), Is.Null);
    }
}
