// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Simulations;

/// <summary><c>prosumeter simulate --list</c></summary>
internal static class SimulateList
{
    /// <summary>Writes names and descriptions.</summary>
    public static int Write()
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (string name in ShippedScenarios.Names)
        {
            SimulationPlan plan = SimulateInput.Read(name, new ScenarioOverrides());
            grid.AddRow($"[bold]{Markup.Escape(name)}[/]", Markup.Escape($"{plan.Description} ({plan.Clusters.Count} clusters, {plan.Homes} homes, {plan.Days} d)"));
        }

        Screen.Output().Write(grid);
        return ExitCode.Ok;
    }
}
