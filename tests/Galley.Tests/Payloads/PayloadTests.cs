using System.Text.Json.Nodes;
using Galley.Content;
using Galley.Payloads;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Payloads;

/// <summary>The bodies are those of the API's own examples, member for member.</summary>
internal sealed class PayloadTests
{
    private static readonly References Known = new(
        _ => "00000000-0000-4000-8000-000000000003",
        _ => "https://cdn.example.com/api-uploads/example-image.png"
    );
    private static readonly MediaFile Picture = new(
        "clients/northwind/media/example-image.png",
        102400,
        new string('a', 64),
        "image/png"
    );

    [Test]
    public void FirstComment_IsOneCommentAfterTenMinutes_OnTopOfTheOthers()
    {
        var client = Sample.Client() with
        {
            Followups = new Followups(new Reaction(true, 30, "like"), [new Comment("More.", 60)]),
        };
        var written = Sample.Post() with
        {
            Followups = new Followups(
                new Reaction(true, 30, "like"),
                [new Comment("First.", 10), new Comment("More.", 60)]
            ),
        };

        var post = PostPayload.For(Sample.Post() with { FirstComment = "First." }, client, null, Known);

        Assert.That(post.Sha256, Is.EqualTo(PostPayload.For(written, Sample.Client(), null, Known).Sha256));
        Assert.That(Json(post.Wire), Is.EqualTo(Json(PostPayload.For(written, Sample.Client(), null, Known).Wire)));
    }

    [Test]
    public void LabelsAndCampaign_ChangeNothing()
    {
        var post = Sample.Post();

        var sorted = PostPayload.For(
            post with
            {
                Labels = ["launch"],
                Campaign = "spring",
            },
            Sample.Client(),
            null,
            Known
        );

        var plain = PostPayload.For(post, Sample.Client(), null, Known);
        Assert.That((sorted.Sha256, Json(sorted.Wire)), Is.EqualTo((plain.Sha256, Json(plain.Wire))));
    }

    [Test]
    public void DraftWithEverything_IsTheDirectExample()
    {
        var post = Sample.Post(body: "Public-safe post copy. Comment <<keyword>> and I will send the resource.") with
        {
            Status = PostStatus.Draft,
            LeadMagnet = new LeadMagnetReference("guide", null),
            Images = [new Medium(null, Picture)],
            Notes = "Public-safe internal note.",
            Followups = new Followups(
                new Reaction(true, 30, "like"),
                [new Comment("Comment <<keyword>> if you want the resource.", 60)]
            ),
        };

        var wire = PostPayload.For(post, Sample.Client(), Sample.LeadMagnet(), Known).Wire;

        Assert.That(
            Json(wire),
            Is.EqualTo(
                Json(
                    """
                    {
                      "text": "Public-safe post copy. Comment GUIDE and I will send the resource.",
                      "status": "draft",
                      "scheduled_at": null,
                      "theme_id": null,
                      "template_id": "00000000-0000-4000-8000-000000000003",
                      "images": [{"url": "https://cdn.example.com/api-uploads/example-image.png", "type": "image"}],
                      "document_url": null,
                      "document_type": "image",
                      "notes": "Public-safe internal note.",
                      "followups": {
                        "reaction": {"enabled": true, "delay_minutes": 30, "reaction_type": "like"},
                        "repost": null,
                        "comments": [{"text": "Comment GUIDE if you want the resource.", "delay_minutes": 60}]
                      }
                    }
                    """
                )
            )
        );
    }

    [Test]
    public void ScheduledWithNothingElse_SendsEveryDocumentedFieldAllTheSame()
    {
        var post = Sample.Post(body: "Plain words.") with { ScheduledAt = Instant.FromUtc(2026, 6, 15, 14, 0) };

        var wire = PostPayload.For(post, Sample.Client(), null, References.None).Wire;

        Assert.That(
            Json(wire),
            Is.EqualTo(
                Json(
                    """
                    {
                      "text": "Plain words.",
                      "status": "scheduled",
                      "scheduled_at": "2026-06-15T14:00:00.000Z",
                      "theme_id": null,
                      "template_id": null,
                      "images": [],
                      "document_url": null,
                      "document_type": "image",
                      "notes": "",
                      "followups": {
                        "reaction": {"enabled": false, "delay_minutes": 30, "reaction_type": "like"},
                        "repost": null,
                        "comments": []
                      }
                    }
                    """
                )
            )
        );
    }

    [Test]
    public void LeadMagnet_IsTheDirectExample()
    {
        var magnet = new LeadMagnet
        {
            SourceMap = new FakeSource("clients/northwind/lead-magnets/guide.md"),
            Key = "guide",
            Keyword = "GUIDE",
            ResourceName = "Example Guide",
            Description = "A public-safe guide description.",
            TextTemplate = "Here is the guide: <<resource_link>>",
            NotConnectedReply = "Connect with me and I will send it over.",
            Body = "# Example Guide\n\nPublic-safe guide content.",
        };

        Assert.That(
            Json(LeadMagnetPayload.For(magnet).Wire),
            Is.EqualTo(
                Json(
                    """
                    {
                      "delivery_mode": "hosted_content",
                      "keyword": "GUIDE",
                      "resource_name": "Example Guide",
                      "description": "A public-safe guide description.",
                      "text_template": "Here is the guide: {{resource_link}}",
                      "not_connected_reply": "Connect with me and I will send it over.",
                      "linked_posts": [],
                      "confirm_missing_magnet_url": false,
                      "confirm_legacy_placeholder": false,
                      "hosted_page": {
                        "title": "Example Guide",
                        "markdown_content": "# Example Guide\n\nPublic-safe guide content.",
                        "external_resource_url": null,
                        "cta_label": null,
                        "cta_url": null,
                        "status": "published"
                      }
                    }
                    """
                )
            )
        );
    }

    [Test]
    public void LeadMagnet_WithoutAReplyForStrangers_LeavesThatFieldOut() =>
        Assert.That(LeadMagnetPayload.For(Sample.LeadMagnet()).Wire, Does.Not.Contain("not_connected_reply"));

    [Test]
    public void Wire_IsNotThere_UntilEveryIdAndUrlIs()
    {
        var needsMagnet = Sample.Post() with { LeadMagnet = new LeadMagnetReference("guide", null) };
        var needsPicture = Sample.Post() with { Images = [new Medium(null, Picture)] };
        var needsDocument = Sample.Post() with { Document = new Document(null, Picture, "document") };

        foreach (var post in new[] { needsMagnet, needsPicture, needsDocument })
        {
            Assert.That(PostPayload.For(post, Sample.Client(), Sample.LeadMagnet(), References.None).Wire, Is.Null);
            Assert.That(PostPayload.For(post, Sample.Client(), Sample.LeadMagnet(), Known).Wire, Is.Not.Null);
        }
    }

    [Test]
    public void Canonical_HoldsWhatTheAuthorWrote_SortedAndBare()
    {
        var post = Sample.Post(body: "**Bold** <<keyword>>") with
        {
            LeadMagnet = new LeadMagnetReference("guide", null),
            Notes = "left out",
            Approved = "7QK4",
            SendAhead = SendAhead.AtMerge,
            Images = [new Medium(null, Picture)],
        };

        const string Rest = """
            "scheduled_at":"2026-06-15T09:00:00.000Z","status":"scheduled"
            """;
        Assert.That(
            PostPayload.For(post, Sample.Client(), Sample.LeadMagnet(), Known).Canonical,
            Is.EqualTo(
                $$"""{"body":"**Bold** GUIDE","images":[{"sha256":"{{new string('a', 64)}}"}],"lead_magnet":"guide",{{Rest}}}"""
            )
        );
    }

    [Test]
    public void ClientFollowups_CountAsThePostsOwn()
    {
        var client = Sample.Client() with { Followups = new Followups(new Reaction(true, 10, null), []) };

        Assert.That(
            Sample.PayloadOf(Sample.Post(), client).Sha256,
            Is.EqualTo(Sample.PayloadOf(Sample.Post() with { Followups = client.Followups }).Sha256)
        );
        Assert.That(
            Sample.PayloadOf(Sample.Post(), client).Sha256,
            Is.Not.EqualTo(Sample.PayloadOf(Sample.Post()).Sha256)
        );
    }

    [Test]
    public void Canonical_FollowsRfc8785()
    {
        // The strings and the order of RFC 8785 §3.2.2 and §3.2.3, without their floating-point numbers, which payloads do not hold.
        var node = JsonNode.Parse(
            """
            {"\u20ac": "Euro", "\r": "CR", "\u05d3": "Hebrew", "1": 42, "\ud83d\ude00": "Smiley", "\u0080": "C1", "\u00f6": "o",
             "s": "\u20ac$\u000F\nA'\u0042\u0022\u005c\\\"\/", "l": [null, true, false]}
            """
        );

        Assert.That(
            CanonicalJson.Write(node),
            Is.EqualTo(
                "{\"\\r\":\"CR\",\"1\":42,\"l\":[null,true,false],\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\","
                    + "\"\u0080\":\"C1\",\"ö\":\"o\",\"ד\":\"Hebrew\",\"€\":\"Euro\",\"😀\":\"Smiley\"}"
            )
        );
    }

    [TestCase("00000", "0000")]
    [TestCase("fffff", "ZZZZ")]
    [TestCase("00001", "0001")]
    [TestCase("3bd91", "7FCH")]
    public void Code_IsTheFirstTwentyBits(string start, string code) =>
        Assert.That(PayloadCode.From(start + new string('0', 59)), Is.EqualTo(code));

    [TestCase("7QK4", " 7qk4 ")]
    [TestCase("1010", "ilo0", false)]
    [TestCase("1100", "iLo0")]
    public void Code_IsReadAsPeopleTypeIt(string code, string typed, bool matches = true) =>
        Assert.That(PayloadCode.Matches(code, typed), Is.EqualTo(matches));

    private static string Json(string? text) => JsonNode.Parse(text!)!.ToJsonString();
}
