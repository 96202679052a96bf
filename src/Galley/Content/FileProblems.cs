using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content;

/// <summary>Passes on the problems of one file, and knows what they mean for the rest of it.</summary>
internal sealed class FileProblems(Action<Problem> sink)
{
    private bool _hasShifted;

    /// <summary>Whether the file, or a part of it, can't be used. A warning is no reason.</summary>
    public bool HasErrors { get; private set; }

    public void Add(Problem problem)
    {
        HasErrors |= problem.Code.Severity == Severity.Error;
        // The reader leaves these characters out, so later columns are not those of the file.
        sink(_hasShifted && problem.Code != ReadingCodes.ControlCharacter ? problem with { Fix = null } : problem);
        _hasShifted |= problem.Code == ReadingCodes.ControlCharacter;
    }
}
