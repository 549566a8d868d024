// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.IO.Ports;

/// <summary>Parity bit.</summary>
public enum Parity
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Odd.</summary>
    Odd = 1,

    /// <summary>Even.</summary>
    Even = 2,
}
