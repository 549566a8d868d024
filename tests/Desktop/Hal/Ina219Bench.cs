// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Prosumeter.Hal.Esp32;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Hal;

/// <summary>An INA219 adapter on a virtual board, over a shunt of 0.1 ohm unless asked otherwise.</summary>
internal sealed class Ina219Bench : IDisposable
{
    // Two conversions of 12 bit bus and 128 shunt samples: what was set before has left the registers.
    private const int SettleMicroseconds = 140_000;

    private readonly BoardScope _scope;

    public Ina219Bench(int shuntMicroohms = 100_000, int busDividerPermille = 1000, bool isInverted = false, int periodMilliseconds = 1000)
    {
        Board = new VirtualBoard(new VirtualBoardOptions { Time = Time });
        _scope = Board.Enter();
        Chip = new Ina219Chip(Time);
        Board.I2c(1).Attach(0x40, Chip);
        Sensor = new Ina219PowerSensor(I2cDevice.Create(new I2cConnectionSettings(1, 0x40)), shuntMicroohms, busDividerPermille, isInverted, periodMilliseconds);
    }

    public LogicalTime Time { get; } = new(1_750_000_000);

    public VirtualBoard Board { get; }

    public Ina219Chip Chip { get; }

    public Ina219PowerSensor Sensor { get; }

    public void Set(int shuntMicrovolts, int busMillivolts)
    {
        Chip.SetInputs(shuntMicrovolts, busMillivolts);
        Time.Spend(SettleMicroseconds);
    }

    public void Dispose()
    {
        _scope.Dispose();
        Board.Dispose();
    }
}
