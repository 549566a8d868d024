// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>Where in the home a sensor measures.</summary>
    public enum SensorRole
    {
        /// <summary>The grid connection, import positive.</summary>
        Grid = 0,

        /// <summary>The own generation, generation positive.</summary>
        Generation = 1,

        /// <summary>The storage, charge positive.</summary>
        Storage = 2,
    }
}
