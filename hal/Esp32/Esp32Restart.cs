// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using nanoFramework.Runtime.Native;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Restarts the ESP32. nanoFramework 1.x gives managed code no watchdog there, so <see cref="Alive"/> has nothing to feed.</summary>
    public sealed class Esp32Restart : IRestart
    {
        /// <inheritdoc/>
        public void Alive()
        {
        }

        /// <inheritdoc/>
        public void Restart()
        {
            Power.RebootDevice();
        }
    }
}
