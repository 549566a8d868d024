// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Offenders;

/// <summary>A delegate with type arguments that only a lambda inside a method shows.</summary>
[Offends("GenericTypes")]
public static class GenericLocal
{
    /// <summary>One more.</summary>
    public static int Next(int value)
    {
        Func<int, int> next = x => x + 1;
        return next(value);
    }
}
