// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using nanoFramework.Hardware.Esp32;

namespace Prosumeter.Simulator.Boards;

/// <summary>The ESP32's pin multiplexer as nanoFramework keeps it: one pin per function, the newest assignment wins.</summary>
public sealed class PinFunctions
{
    private readonly Dictionary<DeviceFunction, int> _pins = [];

    internal PinFunctions()
    {
        Reset();
    }

    /// <summary>The pin of a function, or -1 when it has none.</summary>
    public int this[DeviceFunction function] => _pins.GetValueOrDefault(function, -1);

    internal void Assign(int pin, DeviceFunction function)
    {
        _pins[function] = pin;
    }

    internal void Reset()
    {
        _pins.Clear();
        _pins[DeviceFunction.I2C1_DATA] = 18;
        _pins[DeviceFunction.I2C1_CLOCK] = 19;
        _pins[DeviceFunction.I2C2_DATA] = 25;
        _pins[DeviceFunction.I2C2_CLOCK] = 26;
        _pins[DeviceFunction.COM1_TX] = 1;
        _pins[DeviceFunction.COM1_RX] = 3;
    }
}
