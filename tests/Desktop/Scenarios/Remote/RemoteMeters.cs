// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Policy;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Remote;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Scenarios.Remote;

/// <summary>A laboratory meter and a fielded one on virtual boards, in one market, with a console to each of them over the broker.</summary>
internal sealed class RemoteMeters : IDisposable
{
    public const int Laboratory = 7;
    public const int Fielded = 8;
    private const string Cluster = "north";
    private const int SlotSeconds = MarketSlot.DefaultSeconds;
    private const long StartUtcSeconds = 1_800_000_000L / 86400 * 86400;

    private readonly InProcessBroker _broker = new();
    private readonly Aggregator _aggregator;
    private readonly VirtualMeter[] _meters;
    private readonly FleetClock _clock;
    private long _utcSeconds = StartUtcSeconds;

    public RemoteMeters()
    {
        _broker.AdvanceTo(StartUtcSeconds * 1000);
        _aggregator = new Aggregator(_broker, new AggregatorSettings(Cluster, StandardTariff.Create(), new PayAsAskRule()) { SlotSeconds = SlotSeconds });
        _meters = [Install(Laboratory), Install(Fielded)];
        _clock = new FleetClock(_broker, new SimulatedMarket(_aggregator, StartUtcSeconds), _meters);
    }

    /// <summary>What each meter had decided for a slot when it started: action, and whether sync was refused.</summary>
    public Dictionary<(int Meter, int Slot), (PolicyAction Action, bool IsSyncRefused)> Decisions { get; } = [];

    public QTable TableOf(int meter) => MeterOf(meter).Firmware!.Table;

    /// <summary>Cuts the meter's supply; it starts again from what is in flash.</summary>
    public void Restart(int meter)
    {
        MeterOf(meter).Board.CutPower();
        Pass(60);
    }

    /// <summary>Lets seconds pass.</summary>
    public void Pass(int seconds)
    {
        _utcSeconds += seconds;
        _clock.RunUntil(_utcSeconds * 1_000_000);
    }

    /// <summary>A connected console.</summary>
    public MeterConsole Console(int meter, int sequence)
    {
        MeterConsole console = new(_broker, Cluster, meter, sequence);
        console.Connect();
        return console;
    }

    /// <summary>Types a line and waits for the answer; null when none comes within a minute.</summary>
    public CommandAnswer? Type(MeterConsole console, string line)
    {
        console.Send(line);
        CommandAnswer? answer = null;
        for (int i = 0; i < 60 && answer == null; i++)
        {
            Pass(1);
            answer = console.Take();
        }

        return answer;
    }

    /// <summary>Brings a table into a meter; stops after so many answers.</summary>
    public PolicyTransfer Load(int meter, byte[] table, string pin, int mostAnswers = int.MaxValue)
    {
        using MeterConsole console = Console(meter, sequence: 1000);
        PolicyTransfer transfer = new(console, table, pin);
        for (int i = 0; i < 600 && !transfer.HasEnded && transfer.Answered < mostAnswers; i++)
        {
            transfer.Step();
            Pass(1);
        }

        return transfer;
    }

    public void Dispose()
    {
        Array.ForEach(_meters, meter => meter.Dispose());
        _aggregator.Dispose();
    }

    private VirtualMeter MeterOf(int number) => Array.Find(_meters, meter => meter.Meter.Meter == number)!;

    private VirtualMeter Install(int number)
    {
        MeterSpecification specification = new()
        {
            Meter = number,
            Home = $"home {number}",
            Cluster = Cluster,
            PvPeakWatts = 5000,
            StorageWattHours = 6400,
            StorageWatts = 3000,
            SamplingPeriodMilliseconds = 5000,
            IsLaboratory = number == Laboratory,
        };
        VirtualMeter meter = new(specification, new SyntheticHomeProfile((ulong)number, 5000), _broker, StartUtcSeconds, SlotSeconds);
        int slot = -1;
        meter.Stepped += () =>
        {
            TradingController controller = meter.Firmware!.Controller;
            if (controller.Slot != slot)
            {
                slot = controller.Slot;
                Decisions[(number, slot)] = (controller.Decision.Action, controller.Decision.IsSyncRefused);
            }
        };
        return meter;
    }
}
