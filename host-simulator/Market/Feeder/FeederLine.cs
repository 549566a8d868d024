// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>One line of a radial feeder.</summary>
/// <param name="FromBus">Bus nearer to the transformer.</param>
/// <param name="ToBus">Bus farther from it; a line's name too, since each bus but the first has one line towards the transformer.</param>
/// <param name="ResistanceOhms">Series resistance of a phase in ohm, 0 or more.</param>
/// <param name="ReactanceOhms">Series reactance of a phase in ohm, 0 or more.</param>
/// <param name="ThermalLimitWatts">Largest three-phase power in W that the conductor carries, either way, above 0.</param>
public sealed record FeederLine(int FromBus, int ToBus, double ResistanceOhms, double ReactanceOhms, double ThermalLimitWatts);
