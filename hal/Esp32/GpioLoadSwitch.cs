// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.Gpio;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Contactor of the interruptible load on one line: high cuts, so a board without power or in reset leaves the load supplied.</summary>
    public sealed class GpioLoadSwitch : ILoadSwitch
    {
        private readonly GpioPin _pin;
        private bool _isSupplied = true;

        /// <summary>Takes the line and supplies the load.</summary>
        public GpioLoadSwitch(GpioController controller, int pin)
        {
            _pin = controller.OpenPin(pin, PinMode.Output);
            _pin.Write(PinValue.Low);
        }

        /// <inheritdoc/>
        public void Supply(bool isSupplied)
        {
            if (isSupplied != _isSupplied)
            {
                _isSupplied = isSupplied;
                _pin.Write(isSupplied ? PinValue.Low : PinValue.High);
            }
        }
    }
}
