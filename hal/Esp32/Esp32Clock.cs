// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Ticks since start, and the civil clock that the network stack sets by SNTP as soon as it has an address.</summary>
    public sealed class Esp32Clock : IClock
    {
        // 2025-01-01: an unset clock starts at 1970 or at the build date of the runtime, both before this firmware existed.
        private const long FirstPlausibleUtcSeconds = 1735689600;

        /// <inheritdoc/>
        public long MonotonicMilliseconds
        {
            get { return Environment.TickCount64; }
        }

        /// <inheritdoc/>
        public long UtcSeconds
        {
            get { return (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond; }
        }

        /// <inheritdoc/>
        public bool IsSynchronised
        {
            get { return UtcSeconds >= FirstPlausibleUtcSeconds; }
        }
    }
}
