// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Time, twice: one clock that only rises, and the civil clock that may step.</summary>
    public interface IClock
    {
        /// <summary>Milliseconds since start; never steps.</summary>
        long MonotonicMilliseconds { get; }

        /// <summary>UTC in seconds since 1970-01-01; meaningless until <see cref="IsSynchronised"/>.</summary>
        long UtcSeconds { get; }

        /// <summary>True once the time came from a time server (or battery-backed clock).</summary>
        bool IsSynchronised { get; }
    }
}
