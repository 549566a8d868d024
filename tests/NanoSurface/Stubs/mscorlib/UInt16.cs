// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct UInt16
    {
        public const ushort MaxValue = 65535;

        public const ushort MinValue = 0;
    }
}
