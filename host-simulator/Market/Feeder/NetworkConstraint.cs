// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>A limit of the network that a plan would break.</summary>
/// <param name="Kind">Voltage or thermal.</param>
/// <param name="Bus">The bus, or the bus at the far end of the line.</param>
/// <param name="Value">V for a voltage (line to line), W for a line.</param>
/// <param name="Limit">The limit in the same unit.</param>
public sealed record NetworkConstraint(NetworkConstraintKind Kind, int Bus, double Value, double Limit)
{
    /// <inheritdoc/>
    public override string ToString() => Kind == NetworkConstraintKind.Thermal
        ? System.FormattableString.Invariant($"thermal: line to bus {Bus} would carry {Value / 1000:F1} kW, limit {Limit / 1000:F1} kW")
        : System.FormattableString.Invariant($"voltage: bus {Bus} would be at {Value:F1} V, limit {Limit:F1} V");
}
