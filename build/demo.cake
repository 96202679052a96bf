// The whole way on one machine: a ledger of its own, a sandbox for LeadPanther, and two applies.

using System.Text.Json;

DirectoryPath DemoFolder => Context.Environment.WorkingDirectory.Combine("artifacts/demo");
string DemoLedger => $"folder:{DemoFolder}/ledger";

void RunDemo()
{
    CleanDirectory(DemoFolder);
    RunGalley(Command(["ledger", "init"], DemoLedger));
    using var sandbox = StartSandbox();
    try
    {
        var access = WaitUntilReady(sandbox);
        Console.WriteLine("\n--- First apply: everything whose time to be sent has come goes out. ---\n");
        ApplyToSandbox("first", access);
        Console.WriteLine("\n--- Second apply: nothing is left to do. ---\n");
        ApplyToSandbox("second", access);
        RequireNothingDone("second");
    }
    finally
    {
        sandbox.Kill();
        sandbox.WaitForExit();
    }
}

System.Diagnostics.Process StartSandbox() =>
    System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo
    {
        FileName = Galley.FullPath,
        Arguments = Command(["sandbox"], ledger: null).Append("--port 0").AppendSwitchQuoted("--state", $"{DemoFolder}/sandbox.jsonl").Render(),
        RedirectStandardOutput = true,
    });

// The sandbox takes any free port, and prints which, with its keys, as `export NAME=VALUE` lines.
Dictionary<string, string> WaitUntilReady(System.Diagnostics.Process sandbox)
{
    var welcome = System.Threading.Tasks.Task.Run(() => ReadAccess(sandbox.StandardOutput));
    if (!welcome.Wait(TimeSpan.FromSeconds(30)) || !welcome.Result.ContainsKey("LEADPANTHER_API_URL"))
    {
        throw new CakeException("galley sandbox was not ready within 30 s; what it says above tells why.");
    }

    // Its later lines must go somewhere, or a full pipe would stop it.
    _ = sandbox.StandardOutput.BaseStream.CopyToAsync(System.IO.Stream.Null);
    return welcome.Result;
}

Dictionary<string, string> ReadAccess(System.IO.TextReader output)
{
    const string Export = "export ";
    var access = new Dictionary<string, string>();
    while (output.ReadLine()?.Trim() is { } line && line != "Ctrl-C ends it.")
    {
        if (line.StartsWith(Export) && line[Export.Length..].Split('=', 2) is [var name, var value])
        {
            access[name] = value;
        }
    }

    return access;
}

void ApplyToSandbox(string name, Dictionary<string, string> access) =>
    RunGalley(Command(["apply"], DemoLedger).AppendSwitchQuoted("--out", $"{DemoFolder}/{name}.json"), access);

void RequireNothingDone(string name)
{
    using var result = JsonDocument.Parse(System.IO.File.ReadAllText($"{DemoFolder}/{name}.json"));
    var done = result.RootElement.GetProperty("done").GetArrayLength();
    if (done > 0)
    {
        throw new CakeException($"The {name} apply sent {done} objects again; it should have had nothing to do.");
    }
}
