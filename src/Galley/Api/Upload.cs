namespace Galley.Api;

/// <summary>A file to put at a public URL.</summary>
/// <param name="Open">Opens the file's bytes anew for each try.</param>
public sealed record Upload(string FileName, string ContentType, long Size, Func<Stream> Open);
