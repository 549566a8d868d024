// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A narrowing that throws on the desktop only.</summary>
[Offends("CheckedArithmetic")]
public static class CheckedConversion
{
    /// <summary>The lowest byte.</summary>
    public static byte Low(int value) => checked((byte)value);
}
