// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A sum that throws on the desktop only.</summary>
[Offends("CheckedArithmetic")]
public static class CheckedSum
{
    /// <summary>The sum.</summary>
    public static int Of(int a, int b) => checked(a + b);
}
