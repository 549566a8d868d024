// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A fraction that shows only inside a method.</summary>
[Offends("FloatingPoint")]
public static class FloatingConstant
{
    /// <summary>Nine tenths of it.</summary>
    public static int MostOf(int value) => (int)(value * 0.9);
}
