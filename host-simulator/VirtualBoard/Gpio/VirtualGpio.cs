// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.Gpio;

namespace Prosumeter.Simulator.Boards;

/// <summary>The 40 pins of an ESP32, as the world outside sees and drives them.</summary>
public sealed class VirtualGpio
{
    /// <summary>Number of pins.</summary>
    public const int PinCount = 40;

    private readonly PinMode[] _modes = new PinMode[PinCount];
    private readonly bool[] _isOpen = new bool[PinCount];
    private readonly bool[] _outputs = new bool[PinCount];
    private readonly bool[] _inputs = new bool[PinCount];
    private readonly bool[] _isDriven = new bool[PinCount];

    internal VirtualGpio()
    {
    }

    /// <summary>Raised with the pin number after the level of a pin changed.</summary>
    public event Action<int>? Changed;

    /// <summary>The level on a pin: what the board drives, else what the world drives, else what the pull resistor gives.</summary>
    public bool IsHigh(int pin)
    {
        if (IsOutput(pin))
        {
            return _outputs[pin];
        }

        return _isDriven[pin] ? _inputs[pin] : _modes[pin] == PinMode.InputPullUp;
    }

    /// <summary>The world drives a pin.</summary>
    public void Drive(int pin, bool isHigh)
    {
        bool before = IsHigh(pin);
        _isDriven[pin] = true;
        _inputs[pin] = isHigh;
        RaiseIfChanged(pin, before);
    }

    internal bool IsOpen(int pin)
    {
        return pin is >= 0 and < PinCount && _isOpen[pin];
    }

    internal static bool Exists(int pin)
    {
        // 20, 24 and 28 to 31 are not bonded out; 6 to 11 carry the flash chip (ESP32 datasheet, section 2.2).
        return pin is >= 0 and < PinCount and not (20 or 24 or (>= 28 and <= 31) or (>= 6 and <= 11));
    }

    internal static bool Supports(int pin, PinMode mode)
    {
        // 34 to 39 are inputs without pull resistors (ESP32 datasheet, section 2.2).
        return Exists(pin) && (pin < 34 || mode == PinMode.Input);
    }

    internal bool TryOpen(int pin)
    {
        if (!Exists(pin) || _isOpen[pin])
        {
            return false;
        }

        _isOpen[pin] = true;
        return true;
    }

    internal void Close(int pin)
    {
        _isOpen[pin] = false;
        SetMode(pin, PinMode.Input);
    }

    internal PinMode Mode(int pin)
    {
        return _modes[pin];
    }

    internal void SetMode(int pin, PinMode mode)
    {
        bool before = IsHigh(pin);
        _modes[pin] = mode;
        RaiseIfChanged(pin, before);
    }

    internal void Write(int pin, bool isHigh)
    {
        bool before = IsHigh(pin);
        _outputs[pin] = isHigh;
        RaiseIfChanged(pin, before);
    }

    internal void Reset()
    {
        for (int pin = 0; pin < PinCount; pin++)
        {
            bool before = IsHigh(pin);
            _isOpen[pin] = false;
            _modes[pin] = PinMode.Input;
            _outputs[pin] = false;
            RaiseIfChanged(pin, before);
        }
    }

    private bool IsOutput(int pin)
    {
        return _modes[pin] >= PinMode.Output;
    }

    private void RaiseIfChanged(int pin, bool before)
    {
        if (IsHigh(pin) != before)
        {
            Changed?.Invoke(pin);
        }
    }
}
