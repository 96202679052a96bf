using CsCheck;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>Whatever bytes come back: a create that was sent never counts as not sent, and a list is never whole by mistake.</summary>
internal sealed class AnyResponseTests
{
    private static readonly string Good = Reply.Json(201, ClientFixture.Created()).Bytes;

    private static readonly string Page = ListedPosts
        .Page("""{"id":"p1","text":"x"},{"id":"p2"}""", """{"limit":100,"offset":0,"has_more":false}""")
        .Bytes;

    /// <summary>A list ends, and either says why it is not whole or shows two different posts.</summary>
    [Test]
    public async Task List_AnyDamagedPage_EndsAndIsWholeOnlyIfItCanBe() =>
        await Damage(Page)
            .SampleAsync(
                async bytes =>
                {
                    await using var server = LoopbackServer.Answering(new Reply(bytes, ThenClose: true));
                    using var client = ClientFixture.Client(server);
                    try
                    {
                        var list = await client.List(ClientFixture.Direct, Kind.Post, default);
                        return list.IsWhole == list.WhyNot is null && (!list.IsWhole || list.Objects.Length == 2);
                    }
                    catch (ApiException)
                    {
                        return true;
                    }
                },
                iter: 100,
                threads: 1
            );

    [Test]
    public async Task Create_AnyDamagedAnswer_IsNeverTakenForNothingSent() =>
        await Damage(Good)
            .SampleAsync(
                async bytes =>
                {
                    await using var server = LoopbackServer.Answering(new Reply(bytes, ThenClose: true));
                    using var client = ClientFixture.Client(server);

                    var answer = await client.Create(
                        ClientFixture.Direct,
                        Kind.Post,
                        "{}",
                        ClientFixture.RequestId,
                        default
                    );

                    return server.Requests.Count == 1 && answer is not CreateAnswer.NothingSent;
                },
                iter: 300,
                threads: 1
            );

    /// <summary>A good answer, cut off somewhere and with a few bytes changed.</summary>
    private static Gen<string> Damage(string good) =>
        from keep in Gen.Int[0, good.Length]
        from changes in Gen.Select(Gen.Int[0, good.Length - 1], Gen.Char[' ', '~']).Array[0, 4]
        select new string(changes.Aggregate(good.ToCharArray(), (bytes, change) =>
            {
                bytes[change.Item1] = change.Item2;
                return bytes;
            })[..keep]);
}
