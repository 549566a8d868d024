// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace System.Device.Gpio;

/// <summary>An open pin of a virtual board.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly VirtualBoard _board;

    internal GpioPin(VirtualBoard board, int pinNumber)
    {
        _board = board;
        PinNumber = pinNumber;
    }

    /// <summary>Number of the pin.</summary>
    public int PinNumber { get; }

    /// <summary>What it is used for.</summary>
    public PinMode GetPinMode()
    {
        return _board.Gpio.Mode(PinNumber);
    }

    /// <summary>Whether the ESP32's pin can do that.</summary>
    public bool IsPinModeSupported(PinMode pinMode)
    {
        return VirtualGpio.Supports(PinNumber, pinMode);
    }

    /// <summary>Its level.</summary>
    public PinValue Read()
    {
        _board.ThrowIfStopped();
        return _board.Gpio.IsHigh(PinNumber);
    }

    /// <summary>Sets what it is used for.</summary>
    /// <exception cref="ArgumentException">The pin cannot do that.</exception>
    public void SetPinMode(PinMode value)
    {
        _board.ThrowIfStopped();
        if (!VirtualGpio.Supports(PinNumber, value))
        {
            throw new ArgumentException($"GPIO{PinNumber} of an ESP32 cannot be {value}.", nameof(value));
        }

        _board.Gpio.SetMode(PinNumber, value);
    }

    /// <summary>Inverts the output.</summary>
    public void Toggle()
    {
        Write(!_board.Gpio.IsHigh(PinNumber));
    }

    /// <summary>Sets the output.</summary>
    public void Write(PinValue value)
    {
        _board.ThrowIfStopped();
        _board.Gpio.Write(PinNumber, (bool)value);
    }

    /// <summary>Closes the pin: it becomes an input.</summary>
    public void Dispose()
    {
        _board.Gpio.Close(PinNumber);
    }
}
