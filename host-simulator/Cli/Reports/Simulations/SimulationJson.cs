// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using System.Text.Json;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>A simulation for programs. Names carry the units; the same seed gives the same bytes.</summary>
internal static class SimulationJson
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Writes the JSON.</summary>
    public static void Write(SimulationOutcome outcome, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(outcome, s_options));
}
