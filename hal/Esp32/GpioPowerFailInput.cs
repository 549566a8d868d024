// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.Gpio;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>The power-good line of a supply supervisor: low when the supply fails.</summary>
    public sealed class GpioPowerFailInput : IPowerFailInput
    {
        private readonly GpioPin _pin;

        /// <summary>Takes the line.</summary>
        public GpioPowerFailInput(GpioController controller, int pin)
        {
            _pin = controller.OpenPin(pin, PinMode.Input);
        }

        /// <inheritdoc/>
        public bool IsFailing
        {
            get { return _pin.Read() == PinValue.Low; }
        }
    }
}
