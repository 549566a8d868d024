// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Games;

/// <summary>An equilibrium in which both players mix.</summary>
/// <param name="RowFirst">Probability of the row player's first action.</param>
/// <param name="ColumnFirst">Probability of the column player's first action.</param>
/// <param name="RowPayoff">Expected payoff of the row player.</param>
/// <param name="ColumnPayoff">Expected payoff of the column player.</param>
public sealed record MixedEquilibrium(double RowFirst, double ColumnFirst, double RowPayoff, double ColumnPayoff);
