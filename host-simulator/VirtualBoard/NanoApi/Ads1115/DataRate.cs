// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115;

/// <summary>Conversions a second.</summary>
public enum DataRate
{
    /// <summary>8 a second.</summary>
    SPS008 = 0,

    /// <summary>16 a second.</summary>
    SPS016 = 1,

    /// <summary>32 a second.</summary>
    SPS032 = 2,

    /// <summary>64 a second.</summary>
    SPS064 = 3,

    /// <summary>128 a second.</summary>
    SPS128 = 4,

    /// <summary>250 a second.</summary>
    SPS250 = 5,

    /// <summary>475 a second.</summary>
    SPS475 = 6,

    /// <summary>860 a second.</summary>
    SPS860 = 7,
}
