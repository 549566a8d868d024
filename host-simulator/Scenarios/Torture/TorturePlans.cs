// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>Lays out the cuts of a proof: every byte of the script, or every n-th, times every kind.</summary>
internal static class TorturePlans
{
    // Shorter than a slot, within one, and over more than one.
    private static readonly int[] s_supplyGapsMilliseconds = [1_000, 30_000, 200_000];

    private static readonly PowerCutKind[] s_flashKinds = [PowerCutKind.Clean, PowerCutKind.Torn, PowerCutKind.Reordered];

    // FRAM stores byte by byte.
    private static readonly PowerCutKind[] s_otherKinds = [PowerCutKind.Clean];

    /// <summary>The plans for a script that writes so many bytes.</summary>
    public static List<TorturePlan> Of(TortureSettings settings, long scriptBytes)
    {
        List<TorturePlan> plans = [];
        for (long k = 1; k <= scriptBytes; k += settings.Every)
        {
            foreach (PowerCutKind kind in settings.Protection == TortureProtection.Flash ? s_flashKinds : s_otherKinds)
            {
                plans.Add(Plan(settings, kind, k, scriptBytes));
            }
        }

        return plans;
    }

    private static TorturePlan Plan(TortureSettings settings, PowerCutKind kind, long k, long scriptBytes)
    {
        ulong random = Mix((ulong)k * 3 + (ulong)kind, (ulong)settings.Seed);
        int gap = s_supplyGapsMilliseconds[random % 3];
        long second = settings.Cuts > 1 ? SecondByte(random >> 8, scriptBytes) : 0;
        return new TorturePlan(kind, k, second, gap, (uint)(random >> 32));
    }

    // Half of them hit the start after the first cut, where the firmware reads what the first has left.
    private static long SecondByte(ulong random, long scriptBytes)
    {
        long range = random % 2 == 0 ? 64 : scriptBytes;
        return 1 + (long)((random >> 1) % (ulong)range);
    }

    // Steele, Lea and Flood's SplitMix64 finisher.
    private static ulong Mix(ulong value, ulong seed)
    {
        ulong z = (seed * 0xD1B54A32D192ED03) + (value * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
