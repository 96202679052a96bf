using System.Reflection;
using Galley.Api;
using Galley.Diagnostics;

namespace Galley.Tests.Api;

/// <summary>The one table of operations.</summary>
public class ApiOperationsTests
{
    [Test]
    public void All_HoldsEveryOperationOnce()
    {
        var fields = typeof(ApiOperations)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ApiOperation>();

        Assert.That(ApiOperations.All, Is.EquivalentTo(fields));
        Assert.That(ApiOperations.All.Select(operation => operation.Name), Is.Unique);
        Assert.That(ApiOperations.All.Select(operation => (operation.Method, operation.Path)), Is.Unique);
    }

    [TestCase(Kind.Post, "delete-post")]
    [TestCase(Kind.LeadMagnet, "archive-lead-magnet")]
    public void OfAKind_EachVerb_IsThatKinds(Kind kind, string removal)
    {
        var name = ContentKind.For(kind).Name;

        Assert.That(
            new[]
            {
                ApiOperations.List(kind).Name,
                ApiOperations.Get(kind).Name,
                ApiOperations.Create(kind).Name,
                ApiOperations.Update(kind).Name,
                ApiOperations.Remove(kind).Name,
            },
            Is.EqualTo(new[] { $"list-{name}s", $"get-{name}", $"create-{name}", $"update-{name}", removal })
        );
    }

    [Test]
    public void AgencyPath_OfAnAccountsOperation_IsBelowTheClient()
    {
        Assert.That(ApiOperations.UpdatePost.AgencyPath, Is.EqualTo("/clients/{clientId}/posts/{id}"));
        Assert.That(ApiOperations.ListClients.AgencyPath, Is.Null);
    }
}
