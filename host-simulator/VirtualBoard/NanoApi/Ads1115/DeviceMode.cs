// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115;

/// <summary>Whether the chip converts for ever or on request.</summary>
public enum DeviceMode
{
    /// <summary>For ever.</summary>
    Continuous = 0,

    /// <summary>On request.</summary>
    PowerDown = 1,
}
