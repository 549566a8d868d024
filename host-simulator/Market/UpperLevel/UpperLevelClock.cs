// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Trading;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>When the upper level of a slot does what: it has the time between the gate and the start of the slot, in four quarters.</summary>
internal sealed class UpperLevelClock
{
    /// <summary>The shortest gate that leaves a second for each quarter.</summary>
    public const int ShortestGateSeconds = 4;

    private const long MillisecondsPerSecond = 1000;
    private readonly int _slotSeconds;
    private readonly int _gateSeconds;

    public UpperLevelClock(int slotSeconds, int gateSeconds)
    {
        _slotSeconds = slotSeconds;
        _gateSeconds = gateSeconds;
    }

    /// <summary>The gate: clusters have cleared and say their offers, in ms since 1970.</summary>
    public long Gate(int slot) => (MarketSlot.StartSeconds(slot, _slotSeconds) - _gateSeconds) * MillisecondsPerSecond;

    /// <summary>Offers have been heard: sellers say their sales.</summary>
    public long Selling(int slot) => Gate(slot) + Quarter;

    /// <summary>Sales have been heard: buyers say their purchases.</summary>
    public long Buying(int slot) => Gate(slot) + (2 * Quarter);

    /// <summary>Purchases have been heard: meters get their awards.</summary>
    public long Closing(int slot) => Gate(slot) + (3 * Quarter);

    /// <summary>The first moment at which an offer for the slot is no longer from too far in the future: a slot before its gate.</summary>
    public long Opening(int slot) => Gate(slot) - (_slotSeconds * MillisecondsPerSecond);

    /// <summary>A quarter of the gate in ms.</summary>
    public long Quarter => _gateSeconds * MillisecondsPerSecond / 4;
}
