using Galley.Diagnostics;
using NodaTime;

namespace Galley.Planning;

/// <summary>How a person finds in LeadPanther what may have been created there. Finishes "Maybe sent: look in LeadPanther".</summary>
internal static class WhereToLook
{
    /// <param name="lead">As long before its time a post can still be sent.</param>
    public static string For(RecordedObject sent, DateTimeZone zone, Duration lead, Instant now)
    {
        if (ContentKind.For(sent.LedgerObject.Kind) is { IdentityField: { } identity, Noun: var noun })
        {
            return $"for the {noun} with the {identity} \"{sent.Text(identity)}\"";
        }

        var words = $"\"{sent.Title}\"";
        return sent.At is not { } at || sent.IsDraft
            ? $"for the draft that begins {words}"
            : $"for the post of {LocalTimes.InCityAndUtc(at, zone, at)} that begins {words}. "
                + (
                    at - lead > now
                        ? $"Answer before {LocalTimes.InCity(at - lead, zone, at)}: after that it can't be sent any more"
                        : "If it is not there, it needs a new time"
                );
    }
}
