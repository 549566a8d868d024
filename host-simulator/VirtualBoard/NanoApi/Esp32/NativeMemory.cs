// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.Hardware.Esp32;

/// <summary>The native heap of the board.</summary>
public class NativeMemory
{
    // An ESP32 without PSRAM after Wi-Fi has started.
    private const uint TotalBytes = 282_000;
    private const uint FreeBytes = 98_000;

    /// <summary>Which heap.</summary>
    public enum MemoryType
    {
        /// <summary>All.</summary>
        All = 0,

        /// <summary>The chip's own.</summary>
        Internal = 1,

        /// <summary>PSRAM.</summary>
        SpiRam = 2,
    }

    /// <summary>Sizes typical of an ESP32 without PSRAM; the desktop has no such heap.</summary>
    public static void GetMemoryInfo(MemoryType memType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock)
    {
        totalSize = memType == MemoryType.SpiRam ? 0 : TotalBytes;
        totalFreeSize = memType == MemoryType.SpiRam ? 0 : FreeBytes;
        largestFreeBlock = totalFreeSize / 2;
    }
}
