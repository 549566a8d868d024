// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115
{
    public enum DataRate
    {
        SPS008 = 0,
        SPS016 = 1,
        SPS032 = 2,
        SPS064 = 3,
        SPS128 = 4,
        SPS250 = 5,
        SPS475 = 6,
        SPS860 = 7,
    }
}
