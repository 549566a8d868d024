// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What the samples of one sensor can be worth, by the switches of its chip and its bus.</summary>
internal sealed class SensorWatch(VirtualBoard board, SensorRole role)
{
    private const int I2cBusId = 1;

    private readonly I2cBus _bus = board.I2c(I2cBusId);
    private int _address;
    private bool _wasFaulty;
    private bool _wasBlocked;

    public SensorRole Role => role;

    /// <summary>Whether the bus blocked the last sample or blocks this one.</summary>
    public bool IsOrWasBlocked => _bus.IsStuck || _wasBlocked;

    private ChipFault Fault => (_bus.ChipAt(_address) as RegisterChip)?.Fault ?? ChipFault.None;

    /// <summary>The firmware starts with this configuration.</summary>
    public void Start(DeviceConfiguration configuration)
    {
        _address = configuration.Get(role, SensorSettingId.Address);
        _wasFaulty = false;
        _wasBlocked = false;
    }

    /// <summary>What the sample that was taken now is worth.</summary>
    /// <param name="isCounted">Whether a register of this sensor rose.</param>
    public SampleWorth Judge(bool isCounted)
    {
        bool isFaulty = _bus.IsStuck || _bus.IsMissing(_address) || Fault != ChipFault.None;
        bool isEdge = isFaulty != _wasFaulty;
        bool isMeasured = isEdge ? isCounted : !isFaulty;
        _wasFaulty = isFaulty;
        _wasBlocked = _bus.IsStuck;
        return !isMeasured ? SampleWorth.Nothing : Fault == ChipFault.Frozen ? SampleWorth.Misread : SampleWorth.Measured;
    }
}
