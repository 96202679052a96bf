namespace Galley.Rendering.Preview.Parts;

/// <summary>
/// Who reads a page. A client gets what it approves, and none of the agency's notes, problems and commands. An author, in the
/// form, gets the card without what the ledger would have to say.
/// </summary>
internal enum Audience
{
    Agency,
    Client,
    Author,
}
