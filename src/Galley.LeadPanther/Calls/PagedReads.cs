using System.Runtime.CompilerServices;
using System.Text.Json;
using Galley.Api;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>A whole list, page by page. It always ends: a page that comes again, or one page too many, is an error.</summary>
internal sealed class PagedReads(ReadCalls reads)
{
    // A million entries: more leads than a client has.
    private const int MostPages = 10_000;

    public async IAsyncEnumerable<T> All<T>(
        ApiOperation operation,
        Func<int, Uri> address,
        Func<JsonElement, T?> item,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        int start = 0
    )
        where T : class
    {
        var seen = new HashSet<string>();
        for (var offset = start; ; )
        {
            var page = await reads.Get(
                operation,
                address(offset),
                answer => Page<T>.Read(answer, item),
                cancellationToken
            );
            if (seen.Count == MostPages)
            {
                throw ErrorMessages.PagesWithoutEnd(
                    operation,
                    $"the list does not end within {MostPages:N0} pages",
                    page.RequestId
                );
            }

            if (page.First is { } first && !seen.Add(first))
            {
                throw ErrorMessages.PagesWithoutEnd(
                    operation,
                    $"the page at offset {offset} repeats an earlier one",
                    page.RequestId
                );
            }

            foreach (var found in page.Items)
            {
                yield return found;
            }

            if (!page.HasMore)
            {
                yield break;
            }

            if (page.Items.IsEmpty)
            {
                throw ErrorMessages.PagesWithoutEnd(
                    operation,
                    $"the page at offset {offset} is empty but says that more follow",
                    page.RequestId
                );
            }

            offset += page.Items.Length;
        }
    }
}
