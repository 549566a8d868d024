// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using System.Globalization;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary>Options whose value is a decimal number.</summary>
internal static class AmountOption
{
    /// <summary>A number from <paramref name="lowest"/> upwards, with a usual value.</summary>
    public static Option<double> Of(string name, string description, double lowest, double usual) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        DefaultValueFactory = _ => usual,
        CustomParser = result => CommonOptions.Parsed(
            result,
            Amount(CommonOptions.TextOf(result), lowest),
            $"a number from {lowest.ToString(CultureInfo.InvariantCulture)}") ?? usual,
    };

    private static double? Amount(string text, double lowest) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= lowest && double.IsFinite(value) ? value : null;
}
