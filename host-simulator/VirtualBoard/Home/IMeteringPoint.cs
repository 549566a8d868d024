// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A point of the installation where a chip of the board measures.</summary>
public interface IMeteringPoint
{
    /// <summary>Shows a power at the nominal voltage of the installation.</summary>
    /// <param name="watts">Signed power.</param>
    void Show(double watts);

    /// <summary>Shows a power at a voltage.</summary>
    /// <param name="watts">Signed power.</param>
    /// <param name="volts">Voltage (RMS where it alternates), above 0.</param>
    void Show(double watts, double volts);
}
