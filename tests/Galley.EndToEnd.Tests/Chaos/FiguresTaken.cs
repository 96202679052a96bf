namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>Writes the figures down when the last of these tests has ended.</summary>
[SetUpFixture]
internal sealed class FiguresTaken
{
    [OneTimeTearDown]
    public void WriteDown()
    {
        if (ChaosOptions.Out is { } path)
        {
            Figures.Write(path);
        }
    }
}
