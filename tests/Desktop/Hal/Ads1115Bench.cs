// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Prosumeter.Hal.Esp32;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Hal;

/// <summary>An ADS1115 adapter on a virtual board: 230 V give 0.5 V and 30 A give 1 V at the converter.</summary>
internal sealed class Ads1115Bench : IDisposable
{
    public const int MillivoltsPerVolt = 460_000;
    public const int MilliamperesPerVolt = 30_000;

    private readonly BoardScope _scope;

    public Ads1115Bench(int phaseMicroseconds = 0, int milliamperesPerVolt = MilliamperesPerVolt)
    {
        Board = new VirtualBoard(new VirtualBoardOptions { Time = Time });
        _scope = Board.Enter();
        Chip = new Ads1115Chip(Time);
        Chip.Connect(0, Current);
        Chip.Connect(2, Voltage);
        Board.I2c(1).Attach(0x48, Chip);
        Sensor = new Ads1115AcPowerSensor(I2cDevice.Create(new I2cConnectionSettings(1, 0x48)), MillivoltsPerVolt, milliamperesPerVolt, phaseMicroseconds);
    }

    public LogicalTime Time { get; } = new(1_750_000_000);

    public VirtualBoard Board { get; }

    public Ads1115Chip Chip { get; }

    public MainsVoltage Voltage { get; } = new();

    public MainsVoltage Current { get; } = new();

    public Ads1115AcPowerSensor Sensor { get; }

    /// <summary>Sets the mains: volts and amperes RMS, the current this far behind the voltage.</summary>
    public void Set(double volts, double amperes, double lagRadians)
    {
        Voltage.RmsMicrovolts = volts * 1e9 / MillivoltsPerVolt;
        Current.RmsMicrovolts = amperes * 1e9 / MilliamperesPerVolt;
        Current.PhaseRadians = -lagRadians;
    }

    public void Dispose()
    {
        _scope.Dispose();
        Board.Dispose();
    }
}
