// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Games;

/// <summary>A game of two players with two actions each; the first index is the row player's action.</summary>
public sealed class BimatrixGame
{
    private readonly double[,] _row;
    private readonly double[,] _column;

    /// <summary>Builds the game from the payoffs.</summary>
    /// <param name="rowPayoffs">2 x 2 payoffs of the row player.</param>
    /// <param name="columnPayoffs">2 x 2 payoffs of the column player.</param>
    /// <exception cref="ArgumentException">A matrix is not 2 x 2 or holds a number that is not finite.</exception>
    public BimatrixGame(double[,] rowPayoffs, double[,] columnPayoffs)
    {
        _row = Checked(rowPayoffs, nameof(rowPayoffs));
        _column = Checked(columnPayoffs, nameof(columnPayoffs));
    }

    /// <summary>Payoff of the row player.</summary>
    public double RowPayoff(int rowAction, int columnAction) => _row[rowAction, columnAction];

    /// <summary>Payoff of the column player.</summary>
    public double ColumnPayoff(int rowAction, int columnAction) => _column[rowAction, columnAction];

    /// <summary>The equilibria in pure actions, row action first: no player gains by changing alone.</summary>
    public IReadOnlyList<(int RowAction, int ColumnAction)> PureEquilibria()
    {
        var found = new List<(int, int)>();
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 2; column++)
            {
                if (_row[row, column] >= _row[1 - row, column] && _column[row, column] >= _column[row, 1 - column])
                {
                    found.Add((row, column));
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The equilibrium in which both mix strictly: each player's mixture makes the other indifferent.
    /// Null where there is none (some action is always at least as good as the other).
    /// </summary>
    public MixedEquilibrium? StrictlyMixedEquilibrium()
    {
        double? rowFirst = IndifferenceShare(_column[0, 0] - _column[0, 1], _column[1, 0] - _column[1, 1]);
        double? columnFirst = IndifferenceShare(_row[0, 0] - _row[1, 0], _row[0, 1] - _row[1, 1]);
        return rowFirst is { } p && columnFirst is { } q
            ? new MixedEquilibrium(p, q, Expected(_row, p, q), Expected(_column, p, q))
            : null;
    }

    /// <summary>
    /// True when a population that plays the first action with <paramref name="share"/> cannot be invaded (Maynard Smith 1982), in the game in which
    /// both players have the row player's payoffs.
    /// </summary>
    /// <param name="share">Share of the first action, strictly between 0 and 1, at which both actions earn the same.</param>
    public bool IsEvolutionarilyStable(double share)
    {
        double advantageSlope = _row[0, 0] - _row[1, 0] - (_row[0, 1] - _row[1, 1]);
        double advantage = (share * (_row[0, 0] - _row[1, 0])) + ((1 - share) * (_row[0, 1] - _row[1, 1]));
        return Math.Abs(advantage) < 1e-9 && advantageSlope < 0;
    }

    /// <summary>
    /// True when nobody gains by disobeying a device that recommends each pair of actions with the given probability (Aumann 1974).
    /// </summary>
    /// <param name="probabilities">2 x 2, 0 or more, sum 1.</param>
    public bool IsCorrelatedEquilibrium(double[,] probabilities)
    {
        for (int told = 0; told < 2; told++)
        {
            double rowGain = 0, columnGain = 0;
            for (int other = 0; other < 2; other++)
            {
                rowGain += probabilities[told, other] * (_row[1 - told, other] - _row[told, other]);
                columnGain += probabilities[other, told] * (_column[other, 1 - told] - _column[other, told]);
            }

            if (rowGain > 1e-12 || columnGain > 1e-12)
            {
                return false;
            }
        }

        return true;
    }

    // Share of the opponent's first action at which `gainAtFirst * share + gainAtSecond * (1 - share)` is zero, strictly inside 0..1.
    private static double? IndifferenceShare(double gainAtFirst, double gainAtSecond)
    {
        double slope = gainAtFirst - gainAtSecond;
        if (slope == 0)
        {
            return null;
        }

        double share = -gainAtSecond / slope;
        return share > 0 && share < 1 ? share : null;
    }

    private static double Expected(double[,] payoff, double p, double q) =>
        (p * ((q * payoff[0, 0]) + ((1 - q) * payoff[0, 1]))) + ((1 - p) * ((q * payoff[1, 0]) + ((1 - q) * payoff[1, 1])));

    private static double[,] Checked(double[,] payoffs, string name)
    {
        ArgumentNullException.ThrowIfNull(payoffs, name);
        if (payoffs.GetLength(0) != 2 || payoffs.GetLength(1) != 2 || payoffs.Cast<double>().Any(x => !double.IsFinite(x)))
        {
            throw new ArgumentException("a payoff matrix has 2 x 2 finite numbers", name);
        }

        return (double[,])payoffs.Clone();
    }
}
