// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>One run of the script: the whole firmware on a virtual board that loses its supply where the plan says.</summary>
internal sealed class TortureRun : IDisposable
{
    private const long Micro = 1_000_000;

    // How long after the last slot the outbox has to empty itself, and after a late start the meter to connect.
    private const int ClosingSeconds = 45;
    private const int MostStarts = 4;
    private const int MillisecondsPerStep = 100;
    private const int HoldUpMilliseconds = 300;

    // A commit of littlefs that needs no erase; the samples behind it come late.
    private const int FlashWriteMicroseconds = 10_000;

    // A message that was made in the last second is answered in the next.
    private const int LastSeconds = 2;

    // Grid, generation and storage at the most, all at once.
    private static readonly long s_mostMilliwatts =
        1000L * (TortureScript.Meter.MostGridWatts + TortureScript.Meter.PvPeakWatts + TortureScript.Meter.StorageWatts);

    private readonly TortureProtection _protection;
    private readonly TorturePlan? _plan;
    private readonly FramChip? _fram;
    private readonly long _endUtcSeconds;
    private readonly List<string> _violations = [];
    private readonly InProcessBroker _broker = new();
    private readonly VirtualMeter _meter;
    private readonly Aggregator _aggregator;
    private readonly FleetClock _clock;
    private readonly FaultInjector _faults;
    private readonly TortureScript _script;
    private readonly MessageWatch _messages;
    private readonly JournalBound _bound;
    private readonly RegisterWatch _registers;
    private readonly TrueEnergyWatch _truth;
    private readonly long _firstByte;
    private int _cuts;
    private int _starts;
    private int _restarts;
    private int _acknowledged;
    private int _depth;
    private int _readings;
    private int _keptReadings;
    private long _suppliedMicroseconds;
    private long _stepMicroseconds;
    private long _recoveryMicroseconds;

    /// <summary>Installs everything.</summary>
    /// <param name="settings">The script.</param>
    /// <param name="plan">Its power cuts, or null for none.</param>
    public TortureRun(TortureSettings settings, TorturePlan? plan)
    {
        _plan = plan;
        _protection = settings.Protection;
        _endUtcSeconds = TortureScript.StartUtcSeconds + (settings.Slots * TortureScript.SlotSeconds) + ClosingSeconds;
        _broker.AdvanceTo(TortureScript.StartUtcSeconds * 1000);
        _messages = new MessageWatch(_broker, _violations);
        _messages.BirthSeen += Recover;
        _script = new TortureScript(_broker);
        _aggregator = new Aggregator(_broker, new AggregatorSettings(TortureScript.Cluster, StandardTariff.Create(), new PayAsAskRule())
        {
            SlotSeconds = TortureScript.SlotSeconds,
            GateSeconds = TortureScript.GateSeconds,
        });
        _meter = new VirtualMeter(TortureScript.MeterWith(_protection), new TortureHome(settings.Seed), _broker, TortureScript.StartUtcSeconds, TortureScript.SlotSeconds);
        _bound = JournalBound.Of(_meter.Configuration, s_mostMilliwatts, _protection);
        _registers = new RegisterWatch(_bound, _violations);
        _truth = new TrueEnergyWatch(_meter, _bound, _violations);
        _clock = new FleetClock(_broker, new SimulatedMarket(_aggregator, TortureScript.StartUtcSeconds), [_meter]);
        _fram = _meter.Board.I2c(1).ChipsAt(TortureScript.FramAddress).OfType<FramChip>().SingleOrDefault();
        _faults = _meter.InjectFaults(TortureScript.Outage);
        _firstByte = Written;
        _meter.Started += Start;
        _meter.Stepping += BeginStep;
        _meter.Stepped += Step;
        _meter.Stopped += Stop;
        if (_fram is not null)
        {
            _meter.Flash.WriteMicroseconds = FlashWriteMicroseconds;
            _fram.Stored += _truth.Saved;
        }

        Arm(plan?.Byte ?? 0);
    }

    /// <summary>Runs the script to its end and checks.</summary>
    public TortureOutcome Execute()
    {
        long end = _endUtcSeconds;
        for (long now = TortureScript.StartUtcSeconds; now < end; now++)
        {
            _script.At(now);
            _clock.RunUntil((now + 1) * Micro);
            end = Math.Max(end, (_suppliedMicroseconds / Micro) + ClosingSeconds);
        }

        for (int i = 1; i <= LastSeconds && HasWaiting; i++)
        {
            _clock.RunUntil((end + i) * Micro);
        }

        Close();
        return new TortureOutcome(
            Written - _firstByte,
            _bound,
            _cuts,
            Math.Max(_registers.LostMilliwattHours, _truth.LostMilliwattHours),
            _registers.LostMilliseconds,
            _recoveryMicroseconds / 1000,
            _messages.Lost,
            _messages.Doubled,
            new TortureEvents(_starts, _registers.Commits, _messages.Bids, _messages.Awards, _messages.Reports, _acknowledged, _keptReadings, _registers.QTableWrites),
            _violations.Select(violation => $"{_plan}: {violation}").ToList());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _meter.Dispose();
        _aggregator.Dispose();
        _script.Dispose();
        _messages.Dispose();
    }

    private bool HasWaiting => _meter.Firmware is { } meter && meter.Outbox.Depth + meter.Readings.Depth > 0;

    private long Written => _protection switch
    {
        TortureProtection.Fram => _fram!.ChangedBytes,
        TortureProtection.PowerFail => _meter.UtcMicroseconds / 1000 / MillisecondsPerStep,
        _ => _meter.Flash.ChangedBytes,
    };

    private void Arm(long bytesFromHere)
    {
        if (bytesFromHere > 0)
        {
            _meter.SupplyGapMilliseconds = _plan!.SupplyGapMilliseconds;
            ArmProtected(bytesFromHere);
        }
    }

    private void ArmProtected(long bytesFromHere)
    {
        switch (_protection)
        {
            case TortureProtection.Fram:
                _fram!.PowerCutAtByte = _fram.ChangedBytes + bytesFromHere;
                break;
            case TortureProtection.PowerFail:
                long milliseconds = (Math.Max(_meter.UtcMicroseconds, _suppliedMicroseconds) / 1000) + (bytesFromHere * MillisecondsPerStep);
                _faults.Add(new PlannedFault(FaultSwitches.Find("power-fail")!, HoldUpMilliseconds, milliseconds / 1000, HoldUpMilliseconds + _plan!.SupplyGapMilliseconds) { StartMilliseconds = (int)(milliseconds % 1000) });
                break;
            default:
                _meter.Flash.PowerCut = new PowerCut(_meter.Flash.ChangedBytes + bytesFromHere, _plan!.Kind, _plan.Seed);
                break;
        }
    }

    private void Start()
    {
        _starts++;
        _depth = _meter.Firmware!.Outbox.Depth;
        Require(_meter.Firmware.Readings.Depth >= _readings, $"{_readings} readings were in flash, {_meter.Firmware.Readings.Depth} are");
        _registers.Started(_meter.Firmware, _meter.UtcMicroseconds / 1000);
        _truth.Started();
    }

    private void BeginStep()
    {
        _stepMicroseconds = _meter.UtcMicroseconds;
        _truth.Stepping();
    }

    private void Step()
    {
        _registers.Stepped(_meter.Firmware!, _stepMicroseconds / 1000);
        _messages.Stepped(_meter.Firmware!);
        int depth = _meter.Firmware!.Outbox.Depth;
        _acknowledged += Math.Max(0, _depth - depth);
        _depth = depth;
        _readings = _meter.Firmware.Readings.Depth;
        _keptReadings = Math.Max(_keptReadings, _readings);
    }

    private void Stop(StopReason reason)
    {
        _registers.Stopped(_meter.Firmware, reason, _meter.UtcMicroseconds / 1000);
        if (reason == StopReason.PowerCut)
        {
            _truth.Cut();
            _suppliedMicroseconds = _meter.UtcMicroseconds + (_meter.SupplyGapMilliseconds * 1000L);
            Arm(_cuts == 0 ? _plan!.SecondByte : 0);
            _cuts++;
        }
        else
        {
            _restarts++;
        }
    }

    private void Recover()
    {
        if (_suppliedMicroseconds > 0 && _meter.UtcMicroseconds >= _suppliedMicroseconds)
        {
            // Within the outage there was no broker to come back to.
            long brokerMicroseconds = TortureScript.Outage.Faults[0].EndUtcMicroseconds;
            long possible = _meter.UtcMicroseconds >= brokerMicroseconds ? Math.Max(_suppliedMicroseconds, brokerMicroseconds) : _suppliedMicroseconds;
            _recoveryMicroseconds = Math.Max(_recoveryMicroseconds, _meter.UtcMicroseconds - possible);
            _suppliedMicroseconds = 0;
        }
    }

    private void Close()
    {
        Require(_meter.Firmware is not null, "the meter does not run at the end");
        Require(_starts <= MostStarts && _restarts <= 1, $"{_starts} starts, {_restarts} of them by command: the command was executed more than once");
        Require(_suppliedMicroseconds == 0, "the meter never came back on the bus");
        _truth.Check();
        if (_meter.Firmware is not null)
        {
            _messages.Close(_meter.Firmware);
        }
    }

    private void Require(bool holds, string violation)
    {
        if (!holds)
        {
            _violations.Add(violation);
        }
    }
}
