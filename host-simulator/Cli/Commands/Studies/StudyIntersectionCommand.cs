// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using System.Globalization;
using Prosumeter.Simulator.Studies.Games;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study intersection</c></summary>
internal static class StudyIntersectionCommand
{
    private static readonly string[] s_actions = ["Go", "Stop"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "intersection",
            "Two drivers at a crossing, Go or Stop: its equilibria, and what a traffic light that both obey is worth. Why a market needs a coordinator.",
            ("prosumeter study intersection", "payoffs, pure and mixed equilibria, and the traffic light"));
        command.SetAction(_ => Write(Screen.Output()));
        return command;
    }

    private static int Write(IAnsiConsole console)
    {
        BimatrixGame game = IntersectionGame.Create();
        Table payoffs = new Table().Border(TableBorder.Simple).AddColumns("payoffs", "other: Go", "other: Stop");
        for (int row = 0; row < s_actions.Length; row++)
        {
            payoffs.AddRow("you: " + s_actions[row], Pair(game, row, 0), Pair(game, row, 1));
        }

        console.Write(payoffs);
        foreach ((int row, int column) in game.PureEquilibria())
        {
            console.WriteLine($"pure equilibrium     ({s_actions[row]}, {s_actions[column]}), payoffs {Pair(game, row, column)}");
        }

        if (game.StrictlyMixedEquilibrium() is { } mixed)
        {
            string stable = game.IsEvolutionarilyStable(mixed.RowFirst) ? ", evolutionarily stable" : string.Empty;
            console.WriteLine($"mixed equilibrium    Go with probability {Text(mixed.RowFirst)}, payoff {Text(mixed.RowPayoff)} each, both go with probability {Text(mixed.RowFirst * mixed.ColumnFirst)}{stable}");
        }

        double[,] light = IntersectionGame.TrafficLight();
        double payoff = (light[0, 1] * game.RowPayoff(0, 1)) + (light[1, 0] * game.RowPayoff(1, 0));
        string obeyed = game.IsCorrelatedEquilibrium(light) ? "nobody gains by disobeying it" : "somebody gains by disobeying it";
        console.WriteLine($"traffic light        payoff {Text(payoff)} each; {obeyed} (a correlated equilibrium)");
        return ExitCode.Ok;
    }

    private static string Pair(BimatrixGame game, int row, int column) => $"{Text(game.RowPayoff(row, column))}, {Text(game.ColumnPayoff(row, column))}";

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
