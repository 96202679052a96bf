using System.Diagnostics;

namespace Galley.Testing;

/// <summary>A real repository in a folder, driven by the real git.</summary>
public sealed class GitClone(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>A bare repository, to be a remote.</summary>
    public static GitClone Bare(string folder)
    {
        Directory.CreateDirectory(folder);
        var bare = new GitClone(folder);
        bare.Git("init", "--quiet", "--bare", "--initial-branch=main");
        return bare;
    }

    public GitClone Clone(string folder, params string[] options)
    {
        Git(["clone", "--quiet", .. options, new Uri(Folder).AbsoluteUri, folder]);
        return new GitClone(folder);
    }

    /// <summary>As a job of GitHub Actions has it: one commit, no history, on no branch.</summary>
    public static GitClone OfJob(string folder, string remote, string reference)
    {
        Directory.CreateDirectory(folder);
        var clone = new GitClone(folder);
        clone.Git("init", "--quiet", "--initial-branch=main");
        clone.Git("remote", "add", "origin", new Uri(remote).AbsoluteUri);
        clone.Git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", reference);
        clone.Git("checkout", "--quiet", "--detach", "FETCH_HEAD");
        return clone;
    }

    public GitClone Commit(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, file))!);
        File.WriteAllText(Path.Combine(Folder, file), text);
        Git("add", "--all");
        Git(
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@localhost",
            "commit",
            "--quiet",
            "--message",
            $"Write {file}"
        );
        return this;
    }

    /// <summary>A hook that refuses, or does, what its script says.</summary>
    public void Hook(string name, string script) =>
        Script(
            Path.Combine(Folder, Directory.Exists(Path.Combine(Folder, ".git")) ? ".git" : ".", "hooks", name),
            script
        );

    /// <summary>A shell script that can be run.</summary>
    public static void Script(string path, string script)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
#pragma warning disable RS0030 // Tests build real repositories with the real git.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.Result}");
    }
}
