// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct TimeSpan
    {
        public const long TicksPerMillisecond = 10000;

        public const long TicksPerSecond = 10000000;

        public const long TicksPerMinute = 600000000;

        public const long TicksPerHour = 36000000000;

        public const long TicksPerDay = 864000000000;

        public long Ticks => throw null;
    }
}
