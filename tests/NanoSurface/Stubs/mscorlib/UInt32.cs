// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct UInt32
    {
        public const uint MaxValue = 4294967295;

        public const uint MinValue = 0;
    }
}
