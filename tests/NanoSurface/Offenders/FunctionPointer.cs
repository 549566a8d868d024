// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A call through a function pointer, for which the interpreter has no instruction.</summary>
[Offends("Pointers")]
[Offends("MissingInstructions")]
public static class FunctionPointer
{
    /// <summary>One more, the long way.</summary>
    public static unsafe int Next(int value)
    {
        delegate*<int, int> next = &AddOne;
        return next(value);
    }

    private static int AddOne(int value) => value + 1;
}
