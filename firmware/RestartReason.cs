// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware
{
    /// <summary>Why the board started. The number stands in the birth message.</summary>
    public enum RestartReason
    {
        /// <summary>Power came, or the runtime restarted for a reason of its own.</summary>
        PowerOn = 0,

        /// <summary>The console or a command asked for it.</summary>
        Command = 1,

        /// <summary>An exception nobody caught.</summary>
        Exception = 2,

        /// <summary>Safe mode had lasted long enough to try the normal one again.</summary>
        EndOfSafeMode = 3,

        /// <summary>The network library hung for so long that only a restart could help.</summary>
        Network = 4,
    }
}
