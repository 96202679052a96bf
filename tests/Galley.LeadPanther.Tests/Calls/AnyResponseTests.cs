using CsCheck;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>Whatever bytes come back, a create that was sent never counts as not sent, and never throws.</summary>
internal sealed class AnyResponseTests
{
    private static readonly string Good = Reply.Json(201, ClientFixture.Created()).Bytes;

    // A good answer, cut off somewhere and with a few bytes changed.
    private static readonly Gen<string> Damaged =
        from keep in Gen.Int[0, Good.Length]
        from changes in Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Char[' ', '~']).Array[0, 4]
        select new string(changes.Aggregate(Good.ToCharArray(), (bytes, change) =>
            {
                bytes[change.Item1] = change.Item2;
                return bytes;
            })[..keep]);

    [Test]
    public async Task Create_AnyDamagedAnswer_IsNeverTakenForNothingSent() =>
        await Damaged.SampleAsync(
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
}
