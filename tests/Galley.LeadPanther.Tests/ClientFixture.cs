using System.Text;
using Galley.Api;
using Galley.Content;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Keys;
using Galley.LeadPanther.Routing;
using Galley.Testing.Http;
using Galley.Testing.Time;

namespace Galley.LeadPanther.Tests;

/// <summary>What most tests of the client start from.</summary>
internal static class ClientFixture
{
    public const string Secret = "lp_live_Zx81-very_secret";
    public const string RequestId = "galley-0123456789abcdef-1";
    public const string PostId = "00000000-0000-4000-8000-000000000002";
    public const string LeadMagnetId = "00000000-0000-4000-8000-000000000003";

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly Account Direct = new("00000000-0000-4000-8000-000000000010", IsDirect: true);
    public static readonly Account Agency = new("00000000-0000-4000-8000-000000000001", IsDirect: false);

    public static EagerTime Eager() => new(Now, TimeSpan.FromMinutes(10));

    public static LeadPantherClient Client(LoopbackServer server, TimeProvider? time = null) =>
        Client(server.Url + "/api/v1", time);

    public static LeadPantherClient Client(string url, TimeProvider? time = null) =>
        LeadPantherClient.Create(Options(url, time));

    public static ClientOptions Options(string url, TimeProvider? time = null) =>
        new()
        {
            ApiUrl = ApiUrl.Parse(url),
            ApiKey = ApiKey.Parse(Secret, "a test"),
            TimeProvider = time ?? Eager(),
            Version = "1.2.3",
            CreateTimeout = TimeSpan.FromHours(1),
            ReadTimeout = TimeSpan.FromHours(1),
            UploadTimeout = TimeSpan.FromHours(1),
        };

    public static Upload Picture(string content = "PICTURE") =>
        new("pipeline.png", "image/png", content.Length, () => new MemoryStream(Encoding.ASCII.GetBytes(content)));

    public static string Created(string id = PostId) => $$"""{"data":{"id":"{{id}}"},"request_id":"req_5"}""";

    public static string UploadUrl(string storage) =>
        $$$"""
            {"data":{"upload_url":"{{{storage}}}/put/UPLOAD-SECRET?sig=SIGNATURE","token":"TOKEN-SECRET",
            "public_url":"https://cdn.example.com/p.png"},"request_id":"req_4"}
            """;
}
