// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.Runtime.Native;

/// <summary>What to start after a reboot.</summary>
public enum RebootOption
{
    /// <summary>The firmware and the application.</summary>
    NormalReboot = 0,

    /// <summary>The nano booter.</summary>
    EnterNanoBooter = 1,

    /// <summary>Only the CLR.</summary>
    ClrOnly = 2,

    /// <summary>The chip maker's booter.</summary>
    EnterProprietaryBooter = 8,
}
