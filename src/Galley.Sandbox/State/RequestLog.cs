using System.Collections.Immutable;

namespace Galley.Sandbox.State;

/// <summary>Every request of this run, and what was against the documentation. In memory only. Thread-safe.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<SandboxRequest> _requests = [];
    private readonly List<SandboxViolation> _violations = [];

    public ImmutableArray<SandboxRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public ImmutableArray<SandboxViolation> Violations
    {
        get
        {
            lock (_gate)
            {
                return [.. _violations];
            }
        }
    }

    /// <returns>The number of the request.</returns>
    public int Add(SandboxRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request with { Number = _requests.Count + 1 });
            return _requests.Count;
        }
    }

    public void Change(int number, Func<SandboxRequest, SandboxRequest> change)
    {
        lock (_gate)
        {
            _requests[number - 1] = change(_requests[number - 1]);
        }
    }

    public void Violate(int number, string what)
    {
        lock (_gate)
        {
            var request = _requests[number - 1];
            _violations.Add(new SandboxViolation(number, $"{request.Method} {request.Path}", what));
        }
    }
}
