namespace Galley.LeadPanther.Http;

/// <summary>Reads an answer, up to a size that none needs.</summary>
internal static class Body
{
    public const int MostOfAnError = 64 * 1024;
    public const int MostOfAnAnswer = 32 * 1024 * 1024;

    /// <summary>All of a good answer.</summary>
    /// <exception cref="HttpRequestException">It is cut off, or larger than any answer is.</exception>
    public static async Task<byte[]> Whole(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await UpTo(MostOfAnAnswer + 1, response, cancellationToken);
        return bytes.Length <= MostOfAnAnswer
            ? bytes
            : throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The answer is too large.");
    }

    /// <summary>What can be had of a bad answer's words: its status says enough without them.</summary>
    public static async Task<byte[]> OfError(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await UpTo(MostOfAnError, response, cancellationToken);
        }
        catch (Exception e) when (TransportErrors.IsOnTheWay(e))
        {
            return [];
        }
    }

    private static async Task<byte[]> UpTo(int most, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (body.Length < most)
        {
            var count = await stream.ReadAsync(
                buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - body.Length)),
                cancellationToken
            );
            if (count == 0)
            {
                break;
            }

            body.Write(buffer, 0, count);
        }
        return body.ToArray();
    }
}
