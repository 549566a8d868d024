// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;

namespace Iot.Device.Adc
{
    public class Ina219 : IDisposable
    {
        public Ina219(I2cDevice i2cDevice) => throw null;

        public Ina219(I2cConnectionSettings settings) => throw null;

        public Ina219OperatingMode OperatingMode
        {
            get => throw null;
            set => throw null;
        }

        public Ina219BusVoltageRange BusVoltageRange
        {
            get => throw null;
            set => throw null;
        }

        public Ina219PgaSensitivity PgaSensitivity
        {
            get => throw null;
            set => throw null;
        }

        public void Reset() => throw null;

        public void Dispose() => throw null;
    }
}
