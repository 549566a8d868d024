// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115
{
    public enum DeviceMode
    {
        Continuous = 0,
        PowerDown = 1,
    }
}
