using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Galley.Git;

/// <summary>The only place that starts a process: git, in one folder, without prompts and without hooks.</summary>
internal static partial class GitCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    // A hook or tool that calls us sets these for its own repository. Others would write secrets to stderr.
    private static readonly string[] Foreign =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_PREFIX",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_NAMESPACE",
        "GIT_SHALLOW_FILE",
        "GIT_CURL_VERBOSE",
        "SSH_ASKPASS",
    ];

    private static readonly string[] Settings =
    [
        "core.hooksPath=/dev/null",
        "gc.auto=0",
        "maintenance.auto=false",
        "core.quotePath=false",
        "push.gpgSign=false",
        "push.followTags=false",
        "http.lowSpeedLimit=1",
        "http.lowSpeedTime=60",
    ];

    public static async Task<GitAnswer> Run(string folder, GitRequest request, CancellationToken cancellationToken)
    {
        using var process = Start(folder, request);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = ReadAll(process.StandardOutput.BaseStream, limit.Token);
            var errors = ReadAll(process.StandardError.BaseStream, limit.Token);
            await Feed(process, request.Input, limit.Token);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(limit.Token));
            return new GitAnswer(process.ExitCode, await output, Explain(await errors));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GitAnswer(
                -1,
                [],
                $"git {request.Arguments[0]} did not finish within {Limit.TotalMinutes:0} minutes"
            );
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string folder, GitRequest request)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Settings.SelectMany(s => new[] { "-c", s }).Concat(request.Arguments))
        {
            start.ArgumentList.Add(argument);
        }

        Isolate(start.Environment, request.Ssh);
        foreach (var (name, value) in request.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
#pragma warning disable RS0030 // The one place that starts git.
            return Process.Start(start)!;
#pragma warning restore RS0030
        }
        catch (Win32Exception e)
        {
            throw Directory.Exists(folder)
                ? new GalleyException(
                    "Galley can't start `git`. Install Git, or put it on the PATH.",
                    ExitCode.Error,
                    e
                )
                : new GalleyException($"There is no folder {folder}. Check --content.", ExitCode.Error, e);
        }
    }

    private static void Isolate(IDictionary<string, string?> environment, string? configuredSsh)
    {
        foreach (
            var name in environment
                .Keys.Where(n => Foreign.Contains(n) || n.StartsWith("GIT_TRACE", StringComparison.Ordinal))
                .ToList()
        )
        {
            environment.Remove(name);
        }

        environment["LC_ALL"] = "C";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GCM_INTERACTIVE"] = "never";
        environment["GIT_OPTIONAL_LOCKS"] = "0";
        var ssh = environment.TryGetValue("GIT_SSH_COMMAND", out var own)
            ? own
            : configuredSsh ?? (environment.ContainsKey("GIT_SSH") ? null : "ssh");
        if (ssh is not null && Path.GetFileNameWithoutExtension(ssh.Split(' ')[0].Trim('"')) == "ssh")
        {
            environment["GIT_SSH_COMMAND"] = ssh + " -o BatchMode=yes";
        }
    }

    private static async Task Feed(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git ended before it read everything. Its exit code and its message say why.
        }
    }

    private static async Task<byte[]> ReadAll(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    /// <summary>git's message in one line, without advice, progress, and the login in a URL.</summary>
    private static string Explain(byte[] errors)
    {
        var lines = Encoding
            .UTF8.GetString(errors)
            .Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("hint:", StringComparison.Ordinal));
        var words = Credentials().Replace(string.Join("; ", lines), "://…@");
        return words.Length <= 600 ? words : words[..600] + "…";
    }

    [GeneratedRegex(@"://[^/\s]*@")]
    private static partial Regex Credentials();
}
