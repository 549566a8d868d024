// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Cli;

/// <summary>Options that mean the same in every command, and their checks.</summary>
internal static class CommonOptions
{
    /// <summary><c>--data PATH...</c></summary>
    public static Option<string[]> Data(string description) => new("--data")
    {
        Description = description,
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary><c>--json</c></summary>
    public static Option<bool> Json() => new("--json") { Description = "Write JSON to standard output instead of text." };

    /// <summary><c>--seed N</c></summary>
    public static Option<int> Seed(string description) => Number("--seed", description, 0, int.MaxValue, usual: 1);

    /// <summary><c>--speed FACTOR</c></summary>
    public static Option<double?> Speed(string description) => new("--speed")
    {
        Description = description,
        HelpName = "FACTOR",
        CustomParser = result => Parsed<double?>(
            result,
            double.TryParse(TextOf(result), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is > 0 and <= 1e6 ? value : null,
            "a number above 0, at most 1000000"),
    };

    /// <summary><c>--fault FAULT...</c></summary>
    public static Option<string[]> Fault() => new("--fault")
    {
        Description = "Fault of the virtual boards, NAME[=NUMBER]@TIME[+LENGTH], may be repeated; TIME is a time of day (UTC) or after the begin: "
            + "broker-down@12:00+30s, i2c-stuck@90s, random=24 for a day of them. See docs/faults.md.",
        HelpName = "FAULT",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            string[] texts = [.. result.Tokens.Select(token => token.Value)];
            try
            {
                FaultPlan.Parse(texts, 0);
            }
            catch (FormatException refusal)
            {
                result.AddError($"--fault {refusal.Message}");
            }

            return texts;
        },
    };

    /// <summary><c>--cluster NAME</c></summary>
    /// <param name="description">What the cluster is to the command.</param>
    /// <param name="usual">The name when it is left out; null requires one.</param>
    public static Option<string> Cluster(string description, string? usual = null) => new("--cluster")
    {
        Description = description,
        HelpName = "NAME",
        Required = usual is null,
        DefaultValueFactory = usual is null ? null : _ => usual,
        CustomParser = result => Parsed(result, Topics.IsCluster(TextOf(result)) ? TextOf(result) : null, "1 to 24 characters a-z, 0-9, '-'")!,
    };

    /// <summary>A whole number with a usual value.</summary>
    public static Option<int> Number(string name, string description, int lowest, int highest, int usual) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = result => Whole(result, lowest, highest) ?? usual,
    };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<int?> Number(string name, string description, int lowest, int highest) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Whole(result, lowest, highest),
    };

    /// <summary>Gives a parsed value, or refuses the text when there is none.</summary>
    public static T? Parsed<T>(ArgumentResult result, T? value, string allowed)
    {
        if (value is null)
        {
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} {TextOf(result)} is refused; allowed: {allowed}");
        }

        return value;
    }

    /// <summary>What stands on the command line.</summary>
    public static string TextOf(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[^1].Value : string.Empty;

    private static int? Whole(ArgumentResult result, int lowest, int highest) => Parsed<int?>(
        result,
        int.TryParse(TextOf(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= lowest && value <= highest ? value : null,
        $"{lowest} to {highest}");
}
