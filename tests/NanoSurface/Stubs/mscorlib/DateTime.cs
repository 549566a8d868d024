// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct DateTime
    {
        public static readonly DateTime UnixEpoch;

        public static DateTime UtcNow => throw null;

        public static DateTime FromUnixTimeSeconds(long seconds) => throw null;

        public string ToString(string format) => throw null;

        public static DateTime operator -(DateTime d, TimeSpan t) => throw null;

        public static TimeSpan operator -(DateTime d1, DateTime d2) => throw null;
    }
}
