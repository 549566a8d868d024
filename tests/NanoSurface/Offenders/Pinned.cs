// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A pinned array.</summary>
[Offends("Pointers")]
public static class Pinned
{
    /// <summary>The first byte.</summary>
    public static unsafe byte First(byte[] bytes)
    {
        fixed (byte* first = bytes)
        {
            return *first;
        }
    }
}
