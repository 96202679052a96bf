// The whole way on one machine: a ledger of its own, a sandbox for LeadPanther, and two applies.

using System.Text.Json;
using System.Threading.Tasks;

DirectoryPath DemoFolder => Context.Environment.WorkingDirectory.Combine("artifacts/demo");
string DemoLedger => $"folder:{DemoFolder}/ledger";

// Any key will do for the sandbox; none is ever needed to run the demo.
const string DemoKey = "lp_demo_key";

void RunDemo()
{
    CleanDirectory(DemoFolder);
    RunGalley(Command(["ledger", "init"], DemoLedger));
    using var sandbox = StartSandbox(out var url);
    try
    {
        Console.WriteLine("\n— First apply: everything whose time to be sent has come goes out. —\n");
        ApplyToSandbox("first", url);
        Console.WriteLine("\n— Second apply: nothing is left to do. —\n");
        ApplyToSandbox("second", url);
        RequireNothingDone("second");
    }
    finally
    {
        sandbox.Kill();
        sandbox.WaitForExit();
    }
}

// The sandbox takes any free port and says in its first line which.
System.Diagnostics.Process StartSandbox(out string url)
{
    var arguments = Command(["sandbox"], ledger: null).Append("--port").Append("0").AppendSwitchQuoted("--state", $"{DemoFolder}/sandbox.json");
    var sandbox = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Galley.FullPath, arguments.Render())
    {
        RedirectStandardOutput = true,
    });
    var firstLine = sandbox.StandardOutput.ReadLineAsync();
    var ready = firstLine.Wait(TimeSpan.FromSeconds(30)) ? firstLine.Result : null;
    url = ready?.Split(' ').Last();
    if (ready?.StartsWith("Listening on http") != true)
    {
        sandbox.Kill();
        throw new CakeException("galley sandbox did not start within 30 s; what it says above tells why.");
    }

    // Its later lines must go somewhere, or a full pipe would stop it.
    _ = sandbox.StandardOutput.BaseStream.CopyToAsync(System.IO.Stream.Null);
    return sandbox;
}

void ApplyToSandbox(string name, string url) =>
    RunGalley(
        Command(["apply"], DemoLedger).AppendSwitchQuoted("--out", $"{DemoFolder}/{name}.json"),
        new Dictionary<string, string> { ["LEADPANTHER_API_URL"] = url, ["LEADPANTHER_API_KEY"] = DemoKey });

void RequireNothingDone(string name)
{
    using var result = JsonDocument.Parse(System.IO.File.ReadAllText($"{DemoFolder}/{name}.json"));
    var done = result.RootElement.GetProperty("done").GetArrayLength();
    if (done > 0)
    {
        throw new CakeException($"The {name} apply sent {done} objects again; it should have had nothing to do.");
    }
}
