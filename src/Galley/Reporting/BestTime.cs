namespace Galley.Reporting;

/// <summary>The weekday or hour whose posts did best.</summary>
/// <param name="Impressions">Of the posts that went out then.</param>
public sealed record BestTime<T>(T Time, Median Impressions);
