using System.Globalization;
using BenchmarkDotNet.Running;
using Galley.Benchmarks.Generation;

// generate DIR POSTS CLIENTS [sent] [mixed]: the repository that the side-by-side measurements run on.
if (args is ["generate", var root, var posts, var clients, .. var rest])
{
    new GeneratedRepository(
        root,
        int.Parse(posts, CultureInfo.InvariantCulture),
        int.Parse(clients, CultureInfo.InvariantCulture)
    )
    {
        IsMixed = rest.Contains("mixed"),
    }.Write();
    if (rest.Contains("sent"))
    {
        await SentLedger.Write(root);
    }

    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
