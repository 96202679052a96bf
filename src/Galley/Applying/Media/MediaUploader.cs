using System.Collections.Concurrent;
using Galley.Api;
using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Applying.Media;

/// <summary>One client's media: each file, by its SHA-256, is uploaded at most once a run, however many posts show it.</summary>
internal sealed class MediaUploader(ApplyRun run, Client client, ILeadPanther api, ClientHold hold)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<UploadOutcome>>> _bySha256 = new();

    public Task<UploadOutcome> Need(MediaFile file, ClientLedger ledger) =>
        _bySha256.GetOrAdd(file.Sha256, _ => new Lazy<Task<UploadOutcome>>(() => Get(file, ledger))).Value;

    /// <summary>The URL of a file that an earlier <see cref="Need"/> has seen through.</summary>
    public string? UrlOf(string sha256) =>
        _bySha256.TryGetValue(sha256, out var upload) && upload.Value is { IsCompletedSuccessfully: true } ended
            ? ended.Result.Url
            : null;

    private async Task<UploadOutcome> Get(MediaFile file, ClientLedger ledger)
    {
        if (UploadReuse.UrlOf(ledger, file.Sha256, run.Now) is { } url)
        {
            return new UploadOutcome(url, null);
        }

        try
        {
            using var slot = await run.Limiters.For(api).Enter(run.StopSignal.Token);
            return hold.IsShut ? UploadOutcome.NotStarted : await Upload(file);
        }
        catch (OperationCanceledException) when (run.StopSignal.Token.IsCancellationRequested)
        {
            return UploadOutcome.NotStarted;
        }
        catch (Exception failure) when (failure is GalleyException or IOException or UnauthorizedAccessException)
        {
            run.Results.Say(new ApplyEvent.UploadEnded(client.Slug, file.Path, false));
            return Failed(file, failure);
        }
    }

    private async Task<UploadOutcome> Upload(MediaFile file)
    {
        var type = file.ContentType
            ?? throw new GalleyException($"{file.Path} is none of the five media types that LeadPanther takes.");
        run.Results.Say(new ApplyEvent.Uploading(client.Slug, file.Path, file.Size));
        // Stopping the run may stop an upload: it is made again next time, and nothing is lost.
        var url = await api.Upload(
            client.Account,
            new Upload(file.FileName, type, file.Size, () => run.Dependencies.Open(file)),
            run.RequestIds.Next(),
            run.StopSignal.Token
        );
        await run.Recorder.Record(
            client.Account,
            new Uploaded(client.Slug, file.Path, file.Sha256, type, file.Size, url)
        );
        run.Limiters.For(api).Succeeded();
        run.Results.Say(new ApplyEvent.UploadEnded(client.Slug, file.Path, true));
        return new UploadOutcome(url, null);
    }

    private UploadOutcome Failed(MediaFile file, Exception failure)
    {
        var why = $"Not sent: {file.Path} could not be uploaded. {OutcomeMessages.Sentence(failure.Message)}";
        run.StopFor((failure as ApiException)?.Status, hold, why);
        return new UploadOutcome(null, why);
    }
}

/// <summary>Either a URL, or why there is none; neither when it was not begun.</summary>
internal sealed record UploadOutcome(string? Url, string? Why)
{
    public static readonly UploadOutcome NotStarted = new(null, null);
}
