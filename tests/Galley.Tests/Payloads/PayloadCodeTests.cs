using Galley.Payloads;

namespace Galley.Tests.Payloads;

public class PayloadCodeTests
{
    [TestCase("7QK4-M2XD-93TB")]
    [TestCase("7qk4m2xd93tb")]
    [TestCase("7QK4 M2XD 93TB")]
    [TestCase("7QK4\u2013M2XD\u201493TB")]
    public void Approves_HoweverItsHyphensAreTyped(string typed)
    {
        Assert.That(PayloadCode.Approves("7QK4-M2XD-93TB", typed), Is.True);
        Assert.That(PayloadCode.NormalApproval(typed), Is.EqualTo("7QK4-M2XD-93TB"));
    }

    [TestCase("7QK4")]
    [TestCase("7QK4-M2XD")]
    [TestCase("7QK4-M2XD-93TC")]
    public void Approves_NoOtherCode_AndNoPartOfIt(string typed) =>
        Assert.That(PayloadCode.Approves("7QK4-M2XD-93TB", typed), Is.False);
}
