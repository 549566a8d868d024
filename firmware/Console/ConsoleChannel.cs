// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>Where a command came from. Each channel is unlocked for itself.</summary>
    public enum ConsoleChannel
    {
        /// <summary>The serial line.</summary>
        Serial = 0,

        /// <summary>MQTT, "cmd".</summary>
        Messages = 1,
    }
}
