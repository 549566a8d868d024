// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.Runtime.Native;

/// <summary>The garbage collector of the board.</summary>
public static class GC
{
    // What a program of this size finds free in a 100 KB managed heap.
    private const uint FreeBytes = 60_000;

    /// <summary>Collects. The desktop's heap says nothing about the board's, so nothing is collected.</summary>
    /// <returns>Free bytes, a constant typical of an ESP32 without PSRAM.</returns>
    public static uint Run(bool compactHeap)
    {
        return FreeBytes;
    }
}
