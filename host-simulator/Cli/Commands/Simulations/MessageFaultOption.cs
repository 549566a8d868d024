// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Commands.Simulations;

/// <summary><c>--fault lose=5,double=5,reorder=5</c>: what happens to messages between meters and markets, in percent.</summary>
internal static class MessageFaultOption
{
    private const string Allowed = "lose=P, double=P and reorder=P with commas between, P from 0 to 100 (%), together at most 100";
    private static readonly string[] s_kinds = ["lose", "double", "reorder"];

    /// <summary>The option.</summary>
    public static Option<MessageFaults?> Create() => new("--fault")
    {
        Description = "Lose messages between meters and markets, double them, or deliver them a slot late, after the next ones; in percent of all.",
        HelpName = "lose=P,double=P,reorder=P",
        CustomParser = result => CommonOptions.Parsed(result, Parse(CommonOptions.TextOf(result)), Allowed),
    };

    private static MessageFaults? Parse(string text)
    {
        Dictionary<string, int> permille = [];
        foreach (string[] pair in text.Split(',').Select(part => part.Split('=')))
        {
            bool isGood = pair.Length == 2 && s_kinds.Contains(pair[0])
                && decimal.TryParse(pair[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent <= 100
                && permille.TryAdd(pair[0], (int)(percent * 10));
            if (!isGood)
            {
                return null;
            }
        }

        return permille.Values.Sum() <= 1000
            ? new MessageFaults(permille.GetValueOrDefault("lose"), permille.GetValueOrDefault("double"), permille.GetValueOrDefault("reorder"))
            : null;
    }
}
