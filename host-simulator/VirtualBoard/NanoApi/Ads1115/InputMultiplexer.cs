// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115;

/// <summary>Which inputs are measured.</summary>
public enum InputMultiplexer
{
    /// <summary>AIN0 against AIN1.</summary>
    AIN0_AIN1 = 0,

    /// <summary>AIN0 against AIN3.</summary>
    AIN0_AIN3 = 1,

    /// <summary>AIN1 against AIN3.</summary>
    AIN1_AIN3 = 2,

    /// <summary>AIN2 against AIN3.</summary>
    AIN2_AIN3 = 3,

    /// <summary>AIN0 against ground.</summary>
    AIN0 = 4,

    /// <summary>AIN1 against ground.</summary>
    AIN1 = 5,

    /// <summary>AIN2 against ground.</summary>
    AIN2 = 6,

    /// <summary>AIN3 against ground.</summary>
    AIN3 = 7,
}
