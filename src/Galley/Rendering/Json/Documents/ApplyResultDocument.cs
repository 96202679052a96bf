using System.Collections.Immutable;
using Galley.Applying.Results;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Rendering.Json.Documents;

/// <summary>An apply's result for programs.</summary>
internal sealed record ApplyResultDocument(
    int Version,
    int ExitCode,
    string? Error,
    bool Refused,
    ImmutableArray<ApplyItemDocument> Done,
    ImmutableArray<ApplyItemDocument> Failed,
    ImmutableArray<ApplyItemDocument> InDoubt,
    ImmutableArray<ApplyItemDocument> Held,
    ImmutableArray<ApplyItemDocument> NotStarted,
    ImmutableArray<ApplyItemDocument> Waiting,
    ImmutableArray<string> Unrecorded,
    int ByHand,
    Instant? NextRun,
    ImmutableArray<string> Warnings
)
{
    public static ApplyResultDocument From(ApplyResult result) =>
        new(
            1,
            (int)result.ExitCode,
            result.Error,
            result.IsRefusal,
            ApplyItemDocument.From(result.Done),
            ApplyItemDocument.From(result.Failed),
            ApplyItemDocument.From(result.InDoubt),
            ApplyItemDocument.From(result.Held),
            ApplyItemDocument.From(result.NotStarted),
            ApplyItemDocument.From(result.Waiting),
            result.Unrecorded,
            result.ByHand,
            result.Next?.OpensAt,
            result.Warnings
        );

    public ApplyResult ToResult() =>
        new()
        {
            Done = ApplyItemDocument.ToItems(Done),
            Failed = ApplyItemDocument.ToItems(Failed),
            InDoubt = ApplyItemDocument.ToItems(InDoubt),
            Held = ApplyItemDocument.ToItems(Held),
            NotStarted = ApplyItemDocument.ToItems(NotStarted),
            Waiting = ApplyItemDocument.ToItems(Waiting),
            Unrecorded = Unrecorded,
            Warnings = Warnings,
            ByHand = ByHand,
            Error = Error,
            IsRefusal = Refused,
            Need = (ExitCode)ExitCode,
        };
}

internal sealed record ApplyItemDocument(
    Kind Kind,
    string Client,
    string Key,
    string? Id,
    string? Code,
    string? Action,
    string? Reason,
    string Sentence,
    string? RequestId,
    Instant? OpensAt,
    string? Zone
)
{
    public static ImmutableArray<ApplyItemDocument> From(ImmutableArray<ApplyItem> items) =>
        [
            .. items.Select(item => new ApplyItemDocument(
                item.Kind,
                item.Client,
                item.Key,
                item.Id,
                item.Code,
                item.Action,
                item.Reason,
                item.Sentence,
                item.RequestId,
                item.OpensAt,
                item.Zone
            )),
        ];

    public static ImmutableArray<ApplyItem> ToItems(ImmutableArray<ApplyItemDocument> items) =>
        [
            .. items.Select(item => new ApplyItem(item.Kind, item.Client, item.Key)
            {
                Id = item.Id,
                Code = item.Code,
                Action = item.Action,
                Reason = item.Reason,
                Sentence = item.Sentence,
                RequestId = item.RequestId,
                OpensAt = item.OpensAt,
                Zone = item.Zone,
            }),
        ];
}
