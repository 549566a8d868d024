// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.I2c;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// 16-bit big-endian registers behind an 8-bit pointer, as the INA219 (SBOS448G, 8.5) and the ADS1115 (SBAS444, 8.5) have them.
    /// Every transfer is checked, because <see cref="I2cDevice"/> reports a missing chip only in its result; the buffers live as long as the adapter, so a transfer allocates nothing.
    /// </summary>
    internal sealed class I2cRegisters
    {
        private readonly I2cDevice _device;
        private readonly byte[] _pointer = new byte[1];
        private readonly byte[] _word = new byte[2];
        private readonly byte[] _frame = new byte[3];

        public I2cRegisters(I2cDevice device)
        {
            _device = device;
        }

        /// <summary>What the last good <see cref="Read"/> gave, 0 to 65535.</summary>
        public int Word;

        /// <summary>Reads one register into <see cref="Word"/>.</summary>
        public SensorStatus Read(byte register)
        {
            _pointer[0] = register;
            SensorStatus status = StatusOf(_device.WriteRead(_pointer, _word));
            if (status == SensorStatus.Ok)
            {
                Word = (_word[0] << 8) | _word[1];
            }

            return status;
        }

        /// <summary>Writes one register.</summary>
        public SensorStatus Write(byte register, int word)
        {
            _frame[0] = register;
            _frame[1] = (byte)(word >> 8);
            _frame[2] = (byte)word;
            return StatusOf(_device.Write(_frame));
        }

        private static SensorStatus StatusOf(I2cTransferResult result)
        {
            switch (result.Status)
            {
                case I2cTransferStatus.FullTransfer:
                    return SensorStatus.Ok;
                case I2cTransferStatus.ClockStretchTimeout:
                    return SensorStatus.BusStuck;
                default:
                    return SensorStatus.NotAcknowledged;
            }
        }
    }
}
