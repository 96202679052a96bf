using Galley.Api;
using Galley.Diagnostics;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>Lists posts or lead magnets, all pages, and says whether nothing can be missing.</summary>
internal sealed class ListCalls(ReadCalls reads)
{
    public async Task<LiveList> All(Kind kind, Func<int, Uri> address, CancellationToken cancellationToken)
    {
        var list = new LiveListBuilder(kind);
        while (list.NextOffset is { } offset)
        {
            try
            {
                list.Add(
                    await reads.Get(
                        ApiOperations.List(kind),
                        address(offset),
                        answer => Page<LiveItem>.Read(answer, item => LiveResponses.Item(item, kind)),
                        cancellationToken
                    )
                );
            }
            catch (ApiException failure) when (offset > 0 || !IsRefused(failure))
            {
                list.CutOff(failure.Message);
            }
        }

        return list.ToList();
    }

    private static bool IsRefused(ApiException failure) =>
        failure.Status is 401 or 403 or 404 or 405 or 501 || failure.Code == ErrorCodes.NotImplemented;
}
