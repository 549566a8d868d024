// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>An interface whose method has a body.</summary>
[Offends("InterfaceBodies")]
public interface DefaultMethod
{
    /// <summary>What it is.</summary>
    int Number() => 1;
}
