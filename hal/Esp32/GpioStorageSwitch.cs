// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.Gpio;
using Prosumeter.Trading;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Two lines that code <see cref="StorageMode"/> in binary. Both low, as in reset and without power, is self-consumption.</summary>
    public sealed class GpioStorageSwitch : IStorageSwitch
    {
        private readonly GpioPin _bit0;
        private readonly GpioPin _bit1;
        private StorageMode _mode = StorageMode.SelfConsumption;

        /// <summary>Takes the lines and sets self-consumption.</summary>
        public GpioStorageSwitch(GpioController controller, int bit0Pin, int bit1Pin)
        {
            _bit0 = controller.OpenPin(bit0Pin, PinMode.Output);
            _bit1 = controller.OpenPin(bit1Pin, PinMode.Output);
            _bit0.Write(PinValue.Low);
            _bit1.Write(PinValue.Low);
        }

        /// <inheritdoc/>
        public void Tell(StorageMode mode)
        {
            if (mode != _mode)
            {
                // Clear before set: between charge and discharge the lines pass through self-consumption.
                Lower(_bit0, mode, 1);
                Lower(_bit1, mode, 2);
                Raise(_bit0, mode, 1);
                Raise(_bit1, mode, 2);
                _mode = mode;
            }
        }

        private static void Lower(GpioPin pin, StorageMode mode, int bit)
        {
            if (((int)mode & bit) == 0)
            {
                pin.Write(PinValue.Low);
            }
        }

        private static void Raise(GpioPin pin, StorageMode mode, int bit)
        {
            if (((int)mode & bit) != 0)
            {
                pin.Write(PinValue.High);
            }
        }
    }
}
