// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Reads <c>lose=5,double=5,reorder=5</c>: what happens to messages between meters and markets, in percent.</summary>
internal static class MessageFaultText
{
    private const string Allowed = "lose=P, double=P and reorder=P with commas between, each once, P from 0 to 100 (%), together at most 100";
    private static readonly string[] s_kinds = ["lose", "double", "reorder"];

    /// <summary>The faults of all texts together.</summary>
    /// <exception cref="FormatException">A text is none; the message says what is allowed.</exception>
    public static MessageFaults Parse(IEnumerable<string> texts)
    {
        Dictionary<string, int> permille = [];
        foreach (string text in texts)
        {
            if (!text.Split(',').All(part => TryAdd(part.Split('='), permille)) || permille.Values.Sum() > 1000)
            {
                throw new FormatException($"{text} is refused; allowed: {Allowed}; for a board {SimulationFaults.BoardForm}, as in 3/power-cut@12:00");
            }
        }

        return new MessageFaults(permille.GetValueOrDefault("lose"), permille.GetValueOrDefault("double"), permille.GetValueOrDefault("reorder"));
    }

    private static bool TryAdd(string[] pair, Dictionary<string, int> permille) =>
        pair.Length == 2 && s_kinds.Contains(pair[0])
        && decimal.TryParse(pair[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent <= 100
        && permille.TryAdd(pair[0], (int)(percent * 10));
}
