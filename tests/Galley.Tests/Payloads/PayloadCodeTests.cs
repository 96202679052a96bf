using Galley.Payloads;

namespace Galley.Tests.Payloads;

public class PayloadCodeTests
{
    [TestCase("12E4", "\"12E4\"")]
    [TestCase("0012", "\"0012\"")]
    [TestCase("7QK4", "7QK4")]
    [TestCase("7QK4-M2XD-93TB", "7QK4-M2XD-93TB")]
    [TestCase("1234-5678-9012", "1234-5678-9012")]
    [TestCase(null, null)]
    public void Written_CodeThatYamlWouldTakeForANumber_IsQuoted(string? code, string? written) =>
        Assert.That(PayloadCode.Written(code), Is.EqualTo(written));
}
