using System.Text.Json.Nodes;

namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>
/// build/seeded-faults.json puts faults into the source by its text: where the text has changed, the fault must change
/// with it.
/// </summary>
internal sealed class SeededFaultTests
{
    [Test]
    public void Faults_Each_HaveTheirPlaceInTheSource()
    {
        var faults = JsonNode.Parse(Repository.Read("build/seeded-faults.json"))!.AsArray().OfType<JsonNode>().ToList();

        var lost = faults.Where(fault => Repository.Read($"{fault["file"]}").Split($"{fault["find"]}").Length != 2);

        Assert.That(faults, Has.Count.GreaterThanOrEqualTo(10));
        Assert.That(lost.Select(fault => $"{fault["name"]}"), Is.Empty);
    }
}
