using Galley.Api;

namespace Galley.LeadPanther.Responses;

/// <summary>One entry of a list of posts or lead magnets.</summary>
/// <param name="Object">Its id is empty where there is a problem with it; null for what is no object.</param>
/// <param name="Problem">Why it can't be used; null where it can.</param>
internal sealed record LiveItem(LiveObject? Object, string? Problem);
