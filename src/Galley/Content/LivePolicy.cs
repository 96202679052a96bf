namespace Galley.Content;

/// <summary>What Galley may do by itself about objects that LeadPanther holds (galley.yaml; client.yaml for one client).</summary>
/// <param name="ChangesByHand"><c>changes: by-hand</c>: changes and deletions are a person's work.</param>
/// <param name="OverwritesDrift"><c>drift: overwrite</c>: what somebody changed in LeadPanther is set back to the file.</param>
/// <param name="AsksOnDoubts"><c>doubts: ask</c>: a doubt that LeadPanther's list denies waits for a person all the same.</param>
public sealed record LivePolicy(bool ChangesByHand = false, bool OverwritesDrift = false, bool AsksOnDoubts = false);
