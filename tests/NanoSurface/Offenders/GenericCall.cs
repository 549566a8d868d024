// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Offenders;

/// <summary>Calls a generic method of the library.</summary>
[Offends("GenericCalls")]
public static class GenericCall
{
    /// <summary>An array without items.</summary>
    public static int[] None() => Array.Empty<int>();
}
