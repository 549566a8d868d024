// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Prosumeter.Simulator.Boards;

namespace Prosumeter.Tests.Boards;

/// <summary>A virtual board in virtual time, entered on the test's thread.</summary>
internal sealed class TestBoard : IDisposable
{
    internal const long StartUtcSeconds = 1_781_308_800;
    private readonly BoardScope _scope;

    internal TestBoard(string? flashFile = null, Prosumeter.Simulator.Boards.Serial.ISerialEndpoint? serial = null)
    {
        Time = new LogicalTime(StartUtcSeconds);
        Board = new VirtualBoard(new VirtualBoardOptions { Time = Time, FlashFile = flashFile, Serial = serial });
        _scope = Board.Enter();
    }

    internal LogicalTime Time { get; }

    internal VirtualBoard Board { get; }

    public void Dispose()
    {
        _scope.Dispose();
        Board.Dispose();
    }

    internal static int ReadRegister(I2cDevice device, byte register)
    {
        byte[] value = new byte[2];
        device.WriteRead(new byte[] { register }, value);
        return (value[0] << 8) | value[1];
    }

    internal static void WriteRegister(I2cDevice device, byte register, int value)
    {
        device.Write(new byte[] { register, (byte)(value >> 8), (byte)value });
    }
}
