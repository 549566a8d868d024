// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A volatile field.</summary>
[Offends("Volatile")]
public class VolatileField
{
    private volatile bool _isStopped;

    /// <summary>Whether it was stopped.</summary>
    public bool IsStopped
    {
        get => _isStopped;
        set => _isStopped = value;
    }
}
