// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The demand of a cluster as its meters last reported it: the energy they imported, net of what their homes generated themselves. A report that spans several slots counts
/// with its mean; a meter that is silent for long counts no more.
/// </summary>
public sealed class ClusterDemand
{
    private const int SlotsToSilence = 8;
    private readonly Dictionary<int, (int Slot, long MilliwattHours)> _meters = [];
    private int _latestSlot;

    /// <summary>Demand of one slot, in mWh.</summary>
    public long MilliwattHours => _meters.Values
        .Where(demand => demand.Slot > _latestSlot - SlotsToSilence)
        .Sum(demand => demand.MilliwattHours);

    /// <summary>Takes what a meter was settled for; an older period than known is left out.</summary>
    public void Observe(MeterSettlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        if (_meters.TryGetValue(settlement.Meter, out (int Slot, long MilliwattHours) known) && known.Slot >= settlement.Slot)
        {
            return;
        }

        _meters[settlement.Meter] = (settlement.Slot, settlement.Metered.ImportMilliwattHours / (settlement.Slot - settlement.AfterSlot));
        _latestSlot = Math.Max(_latestSlot, settlement.Slot);
    }
}
