// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public readonly ref struct SpanByte
    {
        public static implicit operator SpanByte(byte[] array) => throw null;
    }
}
