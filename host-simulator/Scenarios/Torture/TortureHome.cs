// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>
/// A home whose powers change every half minute: mostly little flows, so that the journal's clock triggers, now and then much, so that its energy does.
/// </summary>
internal sealed class TortureHome(int seed) : IHomeProfile
{
    /// <summary>The most its consumers take, in W.</summary>
    public const int MostLoadWatts = 3_000;

    /// <summary>The most its panels give, in W.</summary>
    public const int MostGenerationWatts = 4_000;

    private const int ChangeSeconds = 30;
    private const int StrongEvery = 6;

    /// <inheritdoc/>
    public HomePower At(long utcSeconds)
    {
        Random random = new(HashCodeOf(seed, (int)(utcSeconds / ChangeSeconds)));
        bool isStrong = utcSeconds / ChangeSeconds % StrongEvery == 0;
        double share = isStrong ? 0.5 + (random.NextDouble() / 2) : 0.005 + (random.NextDouble() / 100);
        return new HomePower(MostLoadWatts * share * random.NextDouble(), MostGenerationWatts * share);
    }

    private static int HashCodeOf(int left, int right) => unchecked((left * 486_187_739) ^ (right * 16_777_619));
}
