// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace System.Device.Gpio;

/// <summary>The pins of the current virtual board.</summary>
public sealed class GpioController : IDisposable
{
    private readonly VirtualBoard _board = VirtualBoard.Current;
    private readonly GpioPin?[] _pins = new GpioPin?[VirtualGpio.PinCount];

    /// <summary>Number of pins.</summary>
    public int PinCount => VirtualGpio.PinCount;

    /// <summary>Opens a pin.</summary>
    /// <exception cref="InvalidOperationException">It is open already, or the ESP32 has no such pin to use.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        _board.ThrowIfStopped();
        if (!_board.Gpio.TryOpen(pinNumber))
        {
            throw new InvalidOperationException($"GPIO{pinNumber} is open already or not usable.");
        }

        var pin = new GpioPin(_board, pinNumber);
        _pins[pinNumber] = pin;
        return pin;
    }

    /// <summary>Opens a pin and sets what it is used for.</summary>
    /// <exception cref="InvalidOperationException">It is open already, or the ESP32 has no such pin to use.</exception>
    /// <exception cref="ArgumentException">The pin cannot do that.</exception>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        pin.SetPinMode(mode);
        return pin;
    }

    /// <summary>Closes a pin.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void ClosePin(int pinNumber)
    {
        Opened(pinNumber).Dispose();
        _pins[pinNumber] = null;
    }

    /// <summary>What a pin is used for.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public PinMode GetPinMode(int pinNumber)
    {
        return Opened(pinNumber).GetPinMode();
    }

    /// <summary>Whether the ESP32's pin can do that.</summary>
    public bool IsPinModeSupported(int pinNumber, PinMode mode)
    {
        return VirtualGpio.Supports(pinNumber, mode);
    }

    /// <summary>Whether somebody opened the pin.</summary>
    public bool IsPinOpen(int pinNumber)
    {
        return _board.Gpio.IsOpen(pinNumber);
    }

    /// <summary>The level of a pin.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public PinValue Read(int pinNumber)
    {
        return Opened(pinNumber).Read();
    }

    /// <summary>Sets what a pin is used for.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void SetPinMode(int pinNumber, PinMode mode)
    {
        Opened(pinNumber).SetPinMode(mode);
    }

    /// <summary>Sets an output.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void Write(int pinNumber, PinValue value)
    {
        Opened(pinNumber).Write(value);
    }

    /// <summary>Closes the pins this controller opened.</summary>
    public void Dispose()
    {
        for (int pin = 0; pin < _pins.Length; pin++)
        {
            _pins[pin]?.Dispose();
            _pins[pin] = null;
        }
    }

    private GpioPin Opened(int pinNumber)
    {
        return ((uint)pinNumber < (uint)_pins.Length ? _pins[pinNumber] : null)
            ?? throw new InvalidOperationException($"GPIO{pinNumber} is not open.");
    }
}
