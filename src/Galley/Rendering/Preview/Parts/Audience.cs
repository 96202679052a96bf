namespace Galley.Rendering.Preview.Parts;

/// <summary>Who reads a page. A client gets what it approves, and none of the agency's notes, problems and commands.</summary>
internal enum Audience
{
    Agency,
    Client,
}
