// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct Int16
    {
        public const short MaxValue = 32767;

        public const short MinValue = -32768;
    }
}
