// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>An interface with a static method.</summary>
[Offends("InterfaceBodies")]
public interface StaticInterfaceMethod
{
    /// <summary>What it is.</summary>
    static int Number() => 1;
}
