// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Numerics;

namespace Prosumeter.Simulator.Studies.Games;

/// <summary>A cooperative game with transferable utility; a coalition is a bit mask of its players.</summary>
public sealed class CoalitionGame
{
    /// <summary>Most players: every coalition's value is kept.</summary>
    public const int MaxPlayers = 20;

    private readonly double[] _values;

    /// <summary>Builds the game by asking for the value of every coalition.</summary>
    /// <param name="players">1 to <see cref="MaxPlayers"/>.</param>
    /// <param name="value">Worth of a coalition given as a bit mask; the empty one is worth 0 and is not asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of players is out of range.</exception>
    public CoalitionGame(int players, Func<int, double> value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MaxPlayers);
        Players = players;
        _values = new double[1 << players];
        for (int coalition = 1; coalition < _values.Length; coalition++)
        {
            _values[coalition] = value(coalition);
        }
    }

    /// <summary>Number of players.</summary>
    public int Players { get; }

    /// <summary>Worth of a coalition.</summary>
    public double Value(int coalition) => _values[coalition];

    /// <summary>Worth of all players together.</summary>
    public double GrandValue => _values[^1];

    /// <summary>Shapley value of each player: the mean over all orders of arrival of what the player adds (Shapley 1953).</summary>
    public double[] ShapleyValues()
    {
        double[] weights = ArrivalWeights();
        var shares = new double[Players];
        for (int coalition = 0; coalition < _values.Length; coalition++)
        {
            double weight = weights[BitOperations.PopCount((uint)coalition)];
            for (int player = 0; player < Players; player++)
            {
                int with = coalition | (1 << player);
                if (with != coalition)
                {
                    shares[player] += weight * (_values[with] - _values[coalition]);
                }
            }
        }

        return shares;
    }

    /// <summary>The coalitions that would do better alone than with the given shares; empty when the shares lie in the core.</summary>
    /// <param name="shares">One for each player, sum equal to <see cref="GrandValue"/>.</param>
    public IReadOnlyList<int> BlockingCoalitions(IReadOnlyList<double> shares)
    {
        var blocking = new List<int>();
        double tolerance = 1e-9 * Math.Max(1, Math.Abs(GrandValue));
        for (int coalition = 1; coalition < _values.Length; coalition++)
        {
            double received = 0;
            for (int player = 0; player < Players; player++)
            {
                received += (coalition >> player & 1) * shares[player];
            }

            if (received < _values[coalition] - tolerance)
            {
                blocking.Add(coalition);
            }
        }

        return blocking;
    }

    /// <summary>True when what a player adds never falls as the coalition grows (Shapley 1971): then the core is not empty and holds the Shapley value.</summary>
    public bool IsConvex()
    {
        double tolerance = 1e-9 * Math.Max(1, Math.Abs(GrandValue));
        for (int coalition = 0; coalition < _values.Length; coalition++)
        {
            for (int i = 0; i < Players; i++)
            {
                for (int j = i + 1; j < Players; j++)
                {
                    int a = 1 << i, b = 1 << j;
                    if ((coalition & (a | b)) == 0
                        && _values[coalition | a | b] - _values[coalition | b] < _values[coalition | a] - _values[coalition] - tolerance)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    // weight[s] = s! (n - s - 1)! / n!: the probability that a player finds exactly the given s others before it.
    private double[] ArrivalWeights()
    {
        var weights = new double[Players + 1];
        weights[0] = 1.0 / Players;
        for (int size = 1; size < Players; size++)
        {
            weights[size] = weights[size - 1] * size / (Players - size);
        }

        return weights;
    }
}
