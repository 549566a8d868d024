// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The pin multiplexer of the current virtual board.</summary>
public class Configuration
{
    /// <summary>The pin of a function, or -1 when it has none.</summary>
    public static int GetFunctionPin(DeviceFunction function)
    {
        return VirtualBoard.Current.Pins[function];
    }

    /// <summary>Puts a function on a pin. Has no effect on devices that are open.</summary>
    /// <exception cref="System.ArgumentException">The ESP32 has no such pin to use.</exception>
    public static void SetPinFunction(int pin, DeviceFunction value)
    {
        if (!VirtualGpio.Exists(pin))
        {
            throw new System.ArgumentException($"An ESP32 has no usable GPIO{pin}.", nameof(pin));
        }

        VirtualBoard.Current.Pins.Assign(pin, value);
    }
}
