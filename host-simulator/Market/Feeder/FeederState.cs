// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Market;

/// <summary>Solution of a power flow.</summary>
/// <param name="BusVolts">Voltage of each bus line to line in V.</param>
/// <param name="LineWatts">Power in W through the line that ends at each bus, away from the transformer positive; at bus 0 what the transformer supplies.</param>
public sealed record FeederState(IReadOnlyList<double> BusVolts, IReadOnlyList<double> LineWatts);
