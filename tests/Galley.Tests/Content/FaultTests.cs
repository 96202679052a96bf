using System.Reflection;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Tests.Content;

public class FaultTests
{
    /// <summary>The codes of <see cref="FolderFaultTests"/>.</summary>
    private static readonly DiagnosticCode[] OfFolders =
    [
        ReadingCodes.NotUtf8,
        ReadingCodes.Symlink,
        ReadingCodes.StrayFile,
        ReadingCodes.SameKey,
        ReadingCodes.NoClients,
        ReadingCodes.NoClientFile,
        ReadingCodes.Unreadable,
        ReadingCodes.InternalError,
        ReadingCodes.MovedFromPresent,
        TimeCodes.FarYear,
        SettingsCodes.ExampleAccount,
        SettingsCodes.NoSuchDays,
        SettingsCodes.SharedAccount,
    ];

    private static IEnumerable<TestCaseData> Cases =>
        FaultCases.All.Select(fault => new TestCaseData(fault).SetName($"{fault.Name}_IsFound"));

    [TestCaseSource(nameof(Cases))]
    public void Fault_InOneFile_IsNamedAtItsPlaceWithWhatToType(object faultCase)
    {
        var fault = (FaultCase)faultCase;
        using var content = new ContentFolder().Write(fault.Path, fault.Text);

        var problems = content.Problems();

        Assert.That(problems, Has.Length.InRange(1, 3), Said(problems));
        var found = problems.FirstOrDefault(problem => problem.Code == fault.Code);
        Assert.That(found, Is.Not.Null, Said(problems));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found!.Path, Is.EqualTo(fault.Path));
            Assert.That(found.At, Is.EqualTo(new Position(fault.Line, fault.Column)));
            Assert.That(found.Help, Does.Contain(fault.Help));
        }
    }

    [Test]
    public void Codes_OfReadingSettingsAndTimes_AreAllShown()
    {
        var codes = new[] { typeof(ReadingCodes), typeof(SettingsCodes), typeof(TimeCodes) }
            .SelectMany(area => area.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (DiagnosticCode)field.GetValue(null)!);

        var shown = FaultCases.All.Select(fault => fault.Code).Concat(OfFolders);

        Assert.That(codes.Except(shown), Is.Empty);
    }

    private static string Said(IEnumerable<Problem> problems) =>
        string.Join(
            '\n',
            problems.Select(problem =>
                $"{problem.Code} {problem.Path}:{problem.At.Line}:{problem.At.Column} {problem.Message}"
            )
        );
}
