using System.Text.Json.Nodes;
using Galley.Api;
using Galley.LeadPanther.Specification;
using Galley.Testing;

namespace Galley.LeadPanther.Tests.Specification;

/// <summary>What <c>galley api check</c> finds in OpenAPI files.</summary>
internal sealed class SpecificationCheckTests
{
    private const string Client = "/clients/{clientId}";

    [Test]
    public void Compare_FileThatAgrees_FindsNoFault()
    {
        var findings = SpecificationCheck.Compare(
            ApiSpecification.Read(OpenApiFile.Agreeing().ToJsonString(), "openapi.json")
        );

        Assert.That(findings.Select(finding => finding.Verdict), Has.All.EqualTo(Verdict.Agrees));
        Assert.That(
            findings.Select(finding => finding.Operation).OfType<string>().Distinct(),
            Is.EquivalentTo(ApiOperations.All.Select(operation => operation.Name))
        );
    }

    [Test]
    public void Compare_OtherNamesOfParametersAndSlashes_AreNoFault()
    {
        var file = OpenApiFile.Agreeing();
        var paths = file["paths"]!.AsObject();
        Move(paths, $"{Client}/posts/{{id}}", "/clients/{userId}/posts/{postId}");
        Move(paths, "/posts/{id}", "/posts/{post_id}/");

        Assert.That(file.Faults(), Is.Empty);
    }

    [Test]
    public void Compare_ArchiveOnAnotherPath_IsMissingAndNamesWhatIsThere()
    {
        var file = OpenApiFile.Agreeing();
        var path = file["paths"]!["/lead-magnets/{id}"]!.AsObject();
        var archive = path["delete"]!.DeepClone();
        path.Remove("delete");
        file["paths"]!["/lead-magnets/{id}/archive"] = new JsonObject { ["post"] = archive };

        Assert.That(
            file.Faults(),
            Is.EqualTo(
                new[]
                {
                    new Finding(
                        Verdict.Missing,
                        "archive-lead-magnet",
                        "DELETE /lead-magnets/{id}",
                        "The file has GET /lead-magnets/{}, PATCH /lead-magnets/{}, GET /lead-magnets/{}/analytics, "
                            + "POST /lead-magnets/{}/archive."
                    ),
                }
            )
        );
    }

    [Test]
    public void Compare_PathThatIsNotThere_IsMissing()
    {
        var file = OpenApiFile.Agreeing();
        file["paths"]!.AsObject().Remove("/activity");

        Assert.That(
            file.Faults().Single(),
            Is.EqualTo(
                new Finding(Verdict.Missing, "list-activity", "GET /activity", "The file does not have this path.")
            )
        );
    }

    [TestCase("""["posts:manage"]""", "posts:manage")]
    [TestCase("""["posts:write","media:write"]""", "media:write, posts:write")]
    [TestCase("[]", "no scope")]
    [TestCase("null", "no scope")]
    public void Compare_OtherScopes_Differ(string scopes, string theirs)
    {
        var file = OpenApiFile.Agreeing();
        file.Operation("patch", "/posts/{id}")["x-required-scopes"] = JsonNode.Parse(scopes);

        Assert.That(
            file.Faults().Single(),
            Is.EqualTo(
                new Finding(
                    Verdict.Differs,
                    "update-post",
                    "PATCH /posts/{id}",
                    $"Galley expects posts:write, the file requires {theirs}."
                )
            )
        );
    }

    [TestCase("""{"enum":["draft","queued",null]}""", "draft, queued")]
    [TestCase("""{"const":"draft"}""", "draft")]
    [TestCase("""{"oneOf":[{"const":"draft"},{"type":"null"}]}""", "draft")]
    public void Compare_ValueThatIsNotAllowed_Differs(string schema, string theirs)
    {
        var file = OpenApiFile.Agreeing();
        file.Operation("post", "/posts").Fields()["status"] = JsonNode.Parse(schema);

        Assert.That(
            file.Faults().Single(),
            Is.EqualTo(
                new Finding(
                    Verdict.Differs,
                    "create-post",
                    "status of create-post",
                    $"Galley uses draft, scheduled, the file allows {theirs}."
                )
            )
        );
    }

    [Test]
    public void Compare_FieldThatIsNotThere_IsMissing()
    {
        var file = OpenApiFile.Agreeing();
        file.Operation("post", "/posts").Fields().Remove("status");

        Assert.That(
            file.Faults().Single().Detail,
            Is.EqualTo("Galley uses draft, scheduled; the file does not have this field.")
        );
    }

    [TestCase("""{"type":"string"}""")]
    [TestCase("""{"$ref":"#/components/schemas/Status"}""")]
    [TestCase("""{"allOf":[{"$ref":"#/components/schemas/Status"}]}""")]
    public void Compare_FieldWithoutLimitsOrByReference_Agrees(string schema)
    {
        var file = OpenApiFile.Agreeing();
        file["components"] = JsonNode.Parse("""{"schemas":{"Status":{"enum":["draft","scheduled","published"]}}}""");
        file.Operation("post", "/posts").Fields()["status"] = JsonNode.Parse(schema);

        Assert.That(file.Faults(), Is.Empty);
    }

    [Test]
    public void Compare_SchemaThatHoldsItself_Ends()
    {
        var file = OpenApiFile.Agreeing();
        file["components"] = JsonNode.Parse(
            """{"schemas":{"Loop":{"allOf":[{"$ref":"#/components/schemas/Loop"}],"enum":["draft","scheduled"]}}}"""
        );
        file.Operation("post", "/posts").Fields()["status"] = JsonNode.Parse(
            """{"$ref":"#/components/schemas/Loop"}"""
        );

        Assert.That(file.Faults(), Is.Empty);
    }

    [TestCase("https://api.leadpanther.ai/v1", Verdict.Differs)]
    [TestCase("https://app.leadpanther.ai/api/v1/", null)]
    [TestCase(null, Verdict.Missing)]
    public void Compare_Server_IsTheBaseUrl(string? url, Verdict? verdict)
    {
        var file = OpenApiFile.Agreeing();
        file["servers"] = url is null ? null : new JsonArray(new JsonObject { ["url"] = url });

        Assert.That(file.Faults().SingleOrDefault()?.Verdict, Is.EqualTo(verdict));
    }

    [Test]
    public void Compare_SmallYaml_IsReadAsYaml()
    {
        var findings = SpecificationCheck.Compare(
            ApiSpecification.Read(
                """
                openapi: 3.1.0
                info: {title: LeadPanther API, version: v1}
                servers:
                  - url: https://app.leadpanther.ai/api/v1
                paths:
                  /me:
                    get:
                      operationId: me
                      x-required-scopes: []
                      responses:
                        "200":
                          description: Whose key this is
                          content:
                            application/json:
                              schema:
                                type: object
                                properties:
                                  data:
                                    type: object
                                    properties:
                                      actor_type: {type: string, enum: [agency, direct_user]}
                """,
                "openapi.yaml"
            )
        );

        Assert.That(
            findings.Where(finding => finding.Verdict == Verdict.Agrees).Select(finding => finding.Subject),
            Is.EqualTo(new[] { "base URL", "GET /me", "data.actor_type of identity" })
        );
    }

    [TestCase("")]
    [TestCase("hello")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("{}")]
    [TestCase("a: [")]
    [TestCase("openapi: 3.1.0")]
    [TestCase("""{"openapi":"9.9","paths":{"/me":{"get":{}}}}""")]
    [TestCase("""{"openapi":"3.1.0","paths":[]}""")]
    [TestCase("\0\u0001")]
    public void Read_SomethingElse_IsOneSentence(string text) =>
        Assert.That(
            () => ApiSpecification.Read(text, "notes.txt"),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.EqualTo(
                    "notes.txt is not an OpenAPI file: name LeadPanther's openapi.yaml, or the same as JSON."
                )
        );

    private static void Move(JsonObject paths, string from, string to)
    {
        paths[to] = paths[from]!.DeepClone();
        paths.Remove(from);
    }
}
