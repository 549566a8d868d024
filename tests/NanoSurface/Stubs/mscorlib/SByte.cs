// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct SByte
    {
        public const sbyte MaxValue = 127;

        public const sbyte MinValue = -128;
    }
}
