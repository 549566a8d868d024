// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115
{
    public enum MeasuringRange
    {
        FS6144 = 0,
        FS4096 = 1,
        FS2048 = 2,
        FS1024 = 3,
        FS0512 = 4,
        FS0256 = 5,
    }
}
