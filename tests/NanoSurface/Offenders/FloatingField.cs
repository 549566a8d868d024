// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A field with a fraction.</summary>
[Offends("FloatingPoint")]
public class FloatingField
{
    /// <summary>Power in kW.</summary>
    public float PowerKilowatts;
}
