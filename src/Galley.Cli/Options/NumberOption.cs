using System.CommandLine;
using System.Globalization;

namespace Galley.Cli.Options;

/// <summary>An option that takes a whole number in a range, and says which range when it gets anything else.</summary>
internal static class NumberOption
{
    public const int LastPort = 65_535;

    public static Option<int?> Create(string name, string description, int from, int to = int.MaxValue) =>
        new(name)
        {
            HelpName = "N",
            Description = description,
            // Not a validator: the library would parse the number first, and throw or mention .NET types.
            CustomParser = result =>
            {
                if (
                    int.TryParse(
                        result.Tokens[0].Value,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                    && number >= from
                    && number <= to
                )
                {
                    return number;
                }

                result.AddError($"{name} must be a number from {from}{(to == int.MaxValue ? "" : $" to {to}")}.");
                return null;
            },
        };
}
