// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.Gpio;

/// <summary>What a pin is used for.</summary>
public enum PinMode
{
    /// <summary>Input.</summary>
    Input = 0,

    /// <summary>Input with a pull-down resistor.</summary>
    InputPullDown = 1,

    /// <summary>Input with a pull-up resistor.</summary>
    InputPullUp = 2,

    /// <summary>Push-pull output.</summary>
    Output = 3,

    /// <summary>Open-drain output.</summary>
    OutputOpenDrain = 4,

    /// <summary>Open-drain output with a pull-up resistor.</summary>
    OutputOpenDrainPullUp = 5,

    /// <summary>Open-source output.</summary>
    OutputOpenSource = 6,

    /// <summary>Open-source output with a pull-down resistor.</summary>
    OutputOpenSourcePullDown = 7,
}
