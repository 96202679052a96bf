using System.Text;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Tests.Responses;

public sealed class PageTests
{
    /// <summary>Found by fuzzing: JSON is decoded late, and a byte of Latin-1 is no UTF-8.</summary>
    [Test]
    public void Page_OfAnItemWithoutAnId_InBrokenUtf8_IsRead()
    {
        var root = Json.TryParse(Encoding.Latin1.GetBytes("{\"data\":[{\"text\":\"\u00e9\"}]}"));

        var page = Page<string>.Read(new ApiAnswer(root!.Value, null, null), _ => "an item");

        Assert.That(page!.Items, Has.Length.EqualTo(1));
    }
}
