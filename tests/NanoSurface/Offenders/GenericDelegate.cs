// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Offenders;

/// <summary>A delegate type with type arguments, as a field.</summary>
[Offends("GenericTypes")]
public class GenericDelegate
{
    /// <summary>Called with a number.</summary>
    public Action<int>? Called;
}
