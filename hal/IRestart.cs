// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Restarts the board and proves to a watchdog that the step loop is alive.</summary>
    public interface IRestart
    {
        /// <summary>Feeds the watchdog, where the board has one.</summary>
        void Alive();

        /// <summary>Restarts the board. Does not return on a device.</summary>
        void Restart();
    }
}
