// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Sees every slot when it is settled.</summary>
public interface ISlotObserver
{
    /// <summary>Called after each slot; <paramref name="network"/> shows what each prosumer did.</summary>
    void Settled(in SlotOutcome outcome, Network network);
}
