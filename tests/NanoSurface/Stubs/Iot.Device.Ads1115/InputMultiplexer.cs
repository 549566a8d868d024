// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115
{
    public enum InputMultiplexer
    {
        AIN0 = 4,
        AIN1 = 5,
        AIN2 = 6,
        AIN3 = 7,
        AIN0_AIN1 = 0,
        AIN0_AIN3 = 1,
        AIN1_AIN3 = 2,
        AIN2_AIN3 = 3,
    }
}
