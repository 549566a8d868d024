// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct Byte
    {
        public const byte MaxValue = 255;

        public const byte MinValue = 0;
    }
}
