using System.Globalization;
using Galley.Rendering.Preview;

namespace Galley.Rendering.Reports.Parts;

/// <summary>Numbers in an SVG: two decimals at most, whatever the machine's language.</summary>
internal static class Shapes
{
    public static Html Number(double value) =>
        Html.From($"{Math.Round(value, 2).ToString(CultureInfo.InvariantCulture)}");

    /// <summary>From 0 to 100; what shrank, or was never there, has no length.</summary>
    public static double Percent(long? value, long most) => most > 0 && value is > 0 ? 100.0 * value.Value / most : 0;
}
