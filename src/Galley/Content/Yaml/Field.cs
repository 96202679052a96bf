using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <param name="At">Where the name stands; the value knows its own place.</param>
internal sealed record Field(string Name, Position At, Node Value);
