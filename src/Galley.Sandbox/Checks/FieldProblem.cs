namespace Galley.Sandbox.Checks;

/// <param name="Field">Its path in the body, <c>followups.comments[0].text</c>.</param>
/// <param name="AgainstDocumentation">The shape itself is wrong, whatever the state and the clock say.</param>
internal sealed record FieldProblem(string Field, string Message, bool AgainstDocumentation = true)
{
    public override string ToString() => $"{Field} {Message}";
}
