using System.Collections.Immutable;

namespace Galley.Sandbox.State;

/// <summary>Every request of this run, and what was against the documentation. In memory only. Thread-safe.</summary>
internal sealed class RequestLog
{
    readonly Lock gate = new();
    readonly List<SandboxRequest> requests = [];
    readonly List<SandboxViolation> violations = [];

    public ImmutableArray<SandboxRequest> Requests
    {
        get
        {
            lock (gate) return [.. requests];
        }
    }

    public ImmutableArray<SandboxViolation> Violations
    {
        get
        {
            lock (gate) return [.. violations];
        }
    }

    /// <summary>Answers with its number.</summary>
    public int Add(SandboxRequest request)
    {
        lock (gate)
        {
            requests.Add(request with { Number = requests.Count + 1 });
            return requests.Count;
        }
    }

    public void Change(int number, Func<SandboxRequest, SandboxRequest> change)
    {
        lock (gate) requests[number - 1] = change(requests[number - 1]);
    }

    public void Violate(int number, string what)
    {
        lock (gate)
        {
            var request = requests[number - 1];
            violations.Add(new SandboxViolation(number, $"{request.Method} {request.Path}", what));
        }
    }
}
