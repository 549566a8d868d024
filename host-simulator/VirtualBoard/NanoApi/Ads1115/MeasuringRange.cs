// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115;

/// <summary>Full scale.</summary>
public enum MeasuringRange
{
    /// <summary>6.144 V.</summary>
    FS6144 = 0,

    /// <summary>4.096 V.</summary>
    FS4096 = 1,

    /// <summary>2.048 V.</summary>
    FS2048 = 2,

    /// <summary>1.024 V.</summary>
    FS1024 = 3,

    /// <summary>0.512 V.</summary>
    FS0512 = 4,

    /// <summary>0.256 V.</summary>
    FS0256 = 5,
}
