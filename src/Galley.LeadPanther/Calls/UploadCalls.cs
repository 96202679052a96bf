using Galley.Api;
using Galley.LeadPanther.Http;

namespace Galley.LeadPanther.Calls;

/// <summary>
/// Asks where to put a file and puts it there. Each try starts with a new address: an address is valid for a short time, and
/// maybe for one use.
/// </summary>
internal sealed class UploadCalls(ApiTransport transport, ReadCalls reads, RetryPolicy retries, ClientOptions options)
{
    /// <summary>Gives the public URL.</summary>
    public Task<string> Send(Uri address, Upload upload, string requestId, CancellationToken cancellationToken) =>
        retries.Run(token => Try(address, upload, requestId, token), cancellationToken);

    private async Task<Attempt<string>> Try(
        Uri address,
        Upload upload,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        var asked = await reads.Ask(
            ApiOperations.UploadUrl,
            () => UploadProtocol.Ask(address, upload, requestId),
            UploadProtocol.Ticket,
            cancellationToken
        );
        return asked.Value is { } ticket ? await Put(ticket, upload, cancellationToken) : asked.Failure!;
    }

    private async Task<Attempt<string>> Put(UploadTicket ticket, Upload upload, CancellationToken cancellationToken)
    {
        await using var file = Open(upload);
        using var deadline = new Deadline(options.UploadTimeout, options.TimeProvider, cancellationToken);
        try
        {
            using var request = UploadProtocol.Put(ticket, upload, file);
            using var response = await transport.Store(request, deadline.Token);
            return response.IsSuccessStatusCode
                ? new Attempt<string>(ticket.PublicUrl, null)
                : ErrorMessages.Storage(ApiOperations.UploadUrl, (int)response.StatusCode, ticket.RequestId);
        }
        catch (Exception e) when (TransportErrors.IsOnTheWay(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ErrorMessages.NoStorage(ApiOperations.UploadUrl, e, ticket.RequestId);
        }
    }

    private static Stream Open(Upload upload)
    {
        try
        {
            var file = upload.Open();
            if (!file.CanSeek || file.Length == upload.Size)
            {
                return file;
            }

            file.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GalleyException(
                $"{upload.FileName} can't be read any more: check the file, then run this again.",
                ExitCode.Error,
                e
            );
        }
        throw new GalleyException($"{upload.FileName} changed while it was being uploaded: run this again.");
    }
}
