// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>The one table of all fault switches.</summary>
public static class FaultSwitches
{
    private static readonly FaultArgument s_address = new("I2C address of the chip, none for all", 0x08, 0x77, null, false);
    private static readonly FaultArgument s_step = new("step in s, negative for backwards", -2_000_000_000, 2_000_000_000, null, true);
    private static readonly FaultArgument s_holdUp = new("hold-up in ms", 1, 10_000, 300, false);
    private static readonly FaultArgument s_bytes = new("bytes still written to flash before the cut", 1, 1_000_000, 1, false);

    /// <summary>All switches, in the order of docs/faults.md.</summary>
    public static IReadOnlyList<FaultSwitch> All { get; } =
    [
        new("wifi-lost", 60, null, "The access point is off.", (board, _, isOn) => board.Wifi.Network.HasAccessPoint = !isOn),
        new("dhcp-dead", 60, null, "The access point is on, but nobody gives an address.", (board, _, isOn) => board.Wifi.Network.HasAddresses = !isOn),
        new("internet-dead", 60, null, "There is an address, but nothing beyond the access point answers.", (board, _, isOn) => board.Wifi.Network.HasInternet = !isOn),
        new("dns-dead", 60, null, "Names are not resolved; connections that stand go on.", (board, _, isOn) => board.Wifi.Network.HasNames = !isOn),
        new("broker-down", 30, null, "The broker is gone: connections break, new ones are refused at once.", (board, _, isOn) => Answer(board, isOn, MqttConnectStatus.Unreachable)),
        new("broker-refusing", 30, null, "The broker breaks connections and refuses new sessions (CONNACK 3).", (board, _, isOn) => Answer(board, isOn, MqttConnectStatus.ServerUnavailable)),
        new("broker-silent", 60, null, "The broker takes connections and says nothing, also on those that stand.", (board, _, isOn) => Answer(board, isOn, MqttConnectStatus.TimedOut)),
        new("cut-in-message", 0, null, "The connection breaks in the middle of the next message: the broker never has it whole.", (board, _, _) => board.MqttFaults.NextCut = MessageCut.InMessage),
        new("cut-before-ack", 0, null, "The connection breaks behind the next message: the broker has it, its acknowledgement is lost.", (board, _, _) => board.MqttFaults.NextCut = MessageCut.BeforeAcknowledgement),
        new("handler-exception", 0, null, "The MQTT library's next event ends in an exception, which closes the connection.", (board, _, _) => board.MqttFaults.FailsNextEvent = true),
        new("close-hangs", 60, null, "MqttClient.Close does not return before the fault ends.", (board, _, isOn) => board.MqttFaults.HangsOnClose = isOn),
        new("connect-hangs", 60, null, "MqttClient.Connect does not return before the fault ends.", (board, _, isOn) => board.MqttFaults.HangsOnConnect = isOn),
        new("sntp-dead", 3600, null, "No time server answers.", (board, _, isOn) => board.Wifi.Network.HasTimeServer = !isOn),
        new("clock-step", 600, s_step, "The board's clock steps, and the time server says the same; when the fault ends both are right again.", StepClock),
        new("i2c-stuck", 10, null, "A line of the I2C bus is held low: each transfer takes 1 s and fails.", (board, _, isOn) => board.I2c(1).IsStuck = isOn),
        new("i2c-nack", 30, s_address, "A chip does not acknowledge its address.", (board, fault, isOn) => board.I2c(1).SetMissing(fault.Argument, isOn)),
        new("sensor-frozen", 60, s_address, "A converter repeats its last code.", (board, fault, isOn) => SetChips(board, fault, isOn, ChipFault.Frozen)),
        new("sensor-saturated", 60, s_address, "The inputs of a chip are beyond its range.", (board, fault, isOn) => SetChips(board, fault, isOn, ChipFault.Saturated)),
        new("sensor-implausible", 60, s_address, "A chip shows values near the end of its range that nothing in the home can cause.", (board, fault, isOn) => SetChips(board, fault, isOn, ChipFault.Implausible)),
        new("flash-refuses", 60, null, "Each write to flash fails with an IOException and changes nothing.", (board, _, isOn) => board.Flash.RefusesChanges = isOn),
        new("power-cut", 30, null, "The supply fails and comes back when the fault ends.", (board, fault, isOn) => CutPower(board, fault, isOn)),
        new("power-fail", 30, s_holdUp, "The input supply fails: the power-good line falls, and the board dies when its capacitors are empty; it comes back when the fault ends.", FailSupply),
        new("flash-cut", 30, s_bytes, "The supply fails within a write to flash, which is torn.", (board, fault, isOn) => CutInFlash(board, fault, isOn)),
    ];

    /// <summary>The switch of that name, or null.</summary>
    public static FaultSwitch? Find(string name)
    {
        return All.FirstOrDefault(candidate => candidate.Name == name);
    }

    private static void Answer(VirtualBoard board, bool isOn, MqttConnectStatus status)
    {
        board.Wifi.Network.BrokerAnswer = isOn ? status : MqttConnectStatus.Accepted;
    }

    private static void StepClock(VirtualBoard board, PlannedFault fault, bool isOn)
    {
        long step = isOn ? fault.Argument!.Value * 1_000_000L : 0;
        board.Wifi.Network.TimeServerErrorMicroseconds = step;
        board.Clock.Set(Math.Max(0, board.Time.UtcMicroseconds + step));
    }

    private static void SetChips(VirtualBoard board, PlannedFault fault, bool isOn, ChipFault chipFault)
    {
        foreach (RegisterChip chip in board.I2c(1).ChipsAt(fault.Argument).OfType<RegisterChip>())
        {
            chip.Fault = isOn ? chipFault : ChipFault.None;
        }
    }

    private static void CutPower(VirtualBoard board, PlannedFault fault, bool isOn)
    {
        if (isOn)
        {
            board.SupplyReturnsUtcMicroseconds = fault.EndUtcMicroseconds;
            board.CutPower();
        }
    }

    private static void FailSupply(VirtualBoard board, PlannedFault fault, bool isOn)
    {
        if (isOn)
        {
            board.SupplyReturnsUtcMicroseconds = fault.EndUtcMicroseconds;
            board.FailSupply(fault.Argument!.Value);
        }
    }

    private static void CutInFlash(VirtualBoard board, PlannedFault fault, bool isOn)
    {
        if (isOn)
        {
            board.SupplyReturnsUtcMicroseconds = fault.EndUtcMicroseconds;
            board.Flash.PowerCut = new PowerCut(board.Flash.ChangedBytes + fault.Argument!.Value, PowerCutKind.Torn, (uint)fault.StartUtcSeconds);
        }
    }
}
