using CsCheck;
using Galley.Planning.Sharding;

namespace Galley.Tests.Planning.Sharding;

internal sealed class ShardTests
{
    [
        TestCase("0/4"),
        TestCase("5/4"),
        TestCase("1/0"),
        TestCase("1/257"),
        TestCase("1-4"),
        TestCase("01/4"),
        TestCase("1/4\n"),
        TestCase("")
    ]
    public void Text_ThatIsNoShard_IsNone(string text) => Assert.That(Shard.TryParse(text), Is.Null);

    /// <summary>Written down: a new Galley must not send another machine after the clients of this one.</summary>
    [TestCase("northwind", "4/4"), TestCase("acme", "1/4"), TestCase("kestrel-cold-chain", "2/4")]
    public void Client_OfAName_IsInTheSameShardForever(string slug, string shard) =>
        Assert.That(Shard.For(slug, 4).ToString(), Is.EqualTo(shard));

    [Test]
    public void Shards_Of_AnyNumber_HoldEachClientOnce() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 20], Gen.Int[1, Shard.Most])
            .Sample((slug, of) => Enumerable.Range(1, of).Count(number => new Shard(number, of).Holds(slug)) == 1);

    [Test]
    public void Clients_InGreatNumber_SpreadEvenly()
    {
        var sizes = Enumerable
            .Range(0, 10_000)
            .Select(i => Shard.For($"client-{i}", 20))
            .CountBy(shard => shard)
            .Select(pair => pair.Value)
            .ToList();

        Assert.That((sizes.Count, sizes.Min() > 400, sizes.Max() < 600), Is.EqualTo((20, true, true)));
    }

    [Test]
    public void Matrix_ReadsBack_AndNamesOnlyShardsWithWork()
    {
        Shard[] shards = [new(1, 4), new(2, 4), new(4, 4)];

        Assert.That(ShardMatrix.Write(shards), Is.EqualTo("""{"shard":["1/4","2/4","4/4"]}"""));
        Assert.That(ShardMatrix.Parse(ShardMatrix.Write(shards)), Is.EqualTo(shards));
    }

    [Test]
    public void Matrix_OfFewClients_GivesEachAShardOfItsOwn()
    {
        string[] clients = ["acme", "northwind", "kestrel-cold-chain", "finch"];

        var shards = ShardMatrix.Split(clients, max: 4);

        Assert.That(shards.Select(shard => clients.Count(shard.Holds)), Is.EqualTo(new[] { 1, 1, 1, 1 }));
    }

    [Test]
    public void Matrix_OfManyClients_HoldsThemAllWithinTheMost()
    {
        string[] clients = [.. Enumerable.Range(0, 500).Select(i => $"client-{i}")];

        var shards = ShardMatrix.Split(clients, max: 7);

        Assert.That(shards, Has.Length.AtMost(7));
        Assert.That(shards.Sum(shard => clients.Count(shard.Holds)), Is.EqualTo(500));
    }

    [Test]
    public void Matrix_OfNoWork_IsEmpty() =>
        Assert.That(ShardMatrix.Write(ShardMatrix.Split([], 20)), Is.EqualTo("""{"shard":[]}"""));

    [TestCase("[]"), TestCase("""{"shard":["1/4","nonsense"]}"""), TestCase("""{"shard":1}"""), TestCase("x")]
    public void Matrix_ThatIsNone_IsRefused(string text) =>
        Assert.That(() => ShardMatrix.Parse(text), Throws.TypeOf<GalleyException>());
}
