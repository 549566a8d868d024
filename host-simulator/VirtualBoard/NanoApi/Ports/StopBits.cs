// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.IO.Ports;

/// <summary>Stop bits.</summary>
public enum StopBits
{
    /// <summary>One.</summary>
    One = 1,

    /// <summary>Two.</summary>
    Two = 2,

    /// <summary>One and a half.</summary>
    OnePointFive = 3,
}
