// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>An array with two dimensions.</summary>
[Offends("MultidimensionalArrays")]
public static class Table
{
    /// <summary>The first cell of a new table.</summary>
    public static int First() => (new int[2, 2])[0, 0];
}
