// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Commands.Simulations;

/// <summary>Finds and reads the scenario that a person names.</summary>
internal static class SimulateInput
{
    /// <summary>Reads a shipped scenario or a file.</summary>
    /// <exception cref="CliException">There is none, or it is refused; the message names everything that is wrong.</exception>
    public static SimulationPlan Read(string scenario, ScenarioOverrides overrides)
    {
        string? shipped = ShippedScenarios.Find(scenario);
        string text = shipped ?? ReadFile(scenario);
        return ScenarioFile.TryRead(scenario, text, overrides, out SimulationPlan? plan, out IReadOnlyList<string> errors)
            ? plan
            : throw CliException.BadInput(string.Join(Environment.NewLine + "prosumeter: ", errors));
    }

    /// <summary>What to say of a name that is none.</summary>
    public static CliException Unknown(string name) =>
        CliException.BadInput($"'{name}' is no shipped scenario; allowed: {string.Join(", ", ShippedScenarios.Names)}.");

    private static string ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            throw CliException.BadInput($"'{path}' is neither a file nor a shipped scenario; shipped are {string.Join(", ", ShippedScenarios.Names)}.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"cannot read {path}: {problem.Message}");
        }
    }
}
