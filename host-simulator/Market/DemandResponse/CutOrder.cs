// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>An award that cuts a meter's interruptible load and waits for its acknowledgement.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Slot">The slot of the cut.</param>
/// <param name="Sequence">Sequence of the award.</param>
/// <param name="Payload">The award's bytes.</param>
internal sealed record CutOrder(int Meter, int Slot, int Sequence, byte[] Payload);
