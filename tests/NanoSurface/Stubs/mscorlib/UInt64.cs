// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct UInt64
    {
        public const ulong MaxValue = 18446744073709551615;

        public const ulong MinValue = 0;
    }
}
