using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <param name="At">The position of the name. The value has its own position.</param>
internal sealed record Field(string Name, Position At, Node Value);
