// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Offenders;

/// <summary>Undocumented C# keywords of old that the interpreter does not know.</summary>
[Offends("MissingInstructions")]
public static class TypedReferences
{
    /// <summary>The type of a number.</summary>
    public static Type TypeOf(int value)
    {
        TypedReference reference = __makeref(value);
        return __reftype(reference);
    }
}
