// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A buffer on the stack, which is a pointer as well.</summary>
[Offends("Stackalloc")]
[Offends("Pointers")]
public static class StackBuffer
{
    /// <summary>The first byte of a new buffer.</summary>
    public static unsafe byte First()
    {
        byte* buffer = stackalloc byte[16];
        return Read(buffer);
    }

    private static unsafe byte Read(byte* from) => *from;
}
