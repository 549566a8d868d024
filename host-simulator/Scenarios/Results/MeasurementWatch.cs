// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>
/// Tells what the registers of a meter can show of what flows in its home. It asks the home and the switches of the board, not the firmware: energy counts as not
/// measured only while the supply was away or a fault was on at the sensor that should have seen it.
/// </summary>
/// <remarks>
/// A fault and a conversion may meet within the same sample, so the first sample after a fault went on or off may be counted or not; from the second on a faulty sensor must
/// not be counted. What a frozen converter brings in that first sample is misread, and no more than that is excused.
/// </remarks>
public sealed class MeasurementWatch
{
    private readonly VirtualMeter _meter;
    private readonly SensorWatch[] _sensors;
    private readonly SavingWatch _saving;
    private readonly SortedDictionary<int, MeasurementState> _atReport = [];
    private HomeEnergies _true;
    private HomeEnergies _notMeasured;
    private HomeEnergies _misread;
    private HomeEnergies _registers;
    private long _sampledMicroseconds;
    private int _samples;
    private int _reportedSlot = -1;

    /// <summary>Looks at a meter from its next step on.</summary>
    public MeasurementWatch(VirtualMeter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        _meter = meter;
        _sensors = Enum.GetValues<SensorRole>().Select(role => new SensorWatch(meter.Board, role)).ToArray();
        _saving = new SavingWatch(meter.Board.Flash);
        meter.Started += Start;
        meter.Stepped += Look;
        meter.Stopped += _ => Stop();
    }

    /// <summary>At the last sample.</summary>
    public MeasurementState Now => new(_true, new FaultEnergies(_notMeasured, _saving.NotSaved, _misread));

    /// <summary>Between the samples before the reports of two slots, of which the later one is not forgotten.</summary>
    public MeasurementState Between(int openingSlot, int closingSlot) =>
        _atReport.GetValueOrDefault(closingSlot, Now) - _atReport.GetValueOrDefault(openingSlot);

    /// <summary>Forgets the reports that nobody asks for any more.</summary>
    public void Keep(int openingSlot, int closingSlot)
    {
        foreach (int slot in _atReport.Keys.TakeWhile(slot => slot < closingSlot).Where(slot => slot != openingSlot).ToList())
        {
            _atReport.Remove(slot);
        }
    }

    private void Start()
    {
        Meter firmware = _meter.Firmware!;
        HomeEnergies restored = HomeEnergies.Of(firmware.Registers);
        _saving.Restore(_registers, restored, firmware.Configuration.Get(SettingId.JournalMilliwattHours));
        _registers = restored;
        _samples = 0;
        _reportedSlot = firmware.Outbox.Reported.Latest;
        Array.ForEach(_sensors, sensor => sensor.Start(firmware.Configuration));
    }

    // A step that was cut short may have sampled.
    private void Stop()
    {
        if (_meter.Firmware is not null)
        {
            Look();
        }
    }

    private void Look()
    {
        Meter firmware = _meter.Firmware!;
        if (firmware.Sampler.SampleCount != _samples)
        {
            TakeSample(firmware, isFirst: _samples == 0);
        }

        TakeReport(firmware);
    }

    private void TakeSample(Meter firmware, bool isFirst)
    {
        HomeEnergies flow = _meter.TrueEnergies - _true;
        HomeEnergies registers = HomeEnergies.Of(firmware.Registers);
        HomeEnergies counted = registers - _registers;
        if (isFirst)
        {
            // A start counts from its first sample on.
            _notMeasured += flow;
        }
        else
        {
            Judge(flow, counted, GapPermille());
        }

        _saving.Count(counted);
        _true += flow;
        _registers = registers;
        _samples = firmware.Sampler.SampleCount;
        _sampledMicroseconds = _meter.StepUtcMicroseconds;
    }

    private void Judge(HomeEnergies flow, HomeEnergies counted, long gapPermille)
    {
        foreach (SensorWatch sensor in _sensors)
        {
            HomeEnergies flowHere = flow.At(sensor.Role);
            HomeEnergies countedHere = counted.At(sensor.Role);
            switch (sensor.Judge(isCounted: countedHere != default))
            {
                case SampleWorth.Nothing:
                    _notMeasured += flowHere;
                    break;
                case SampleWorth.Misread:
                    _misread += countedHere - flowHere;
                    break;
                default:
                    _notMeasured += flowHere.Share(gapPermille);
                    break;
            }
        }
    }

    // Of a time without samples the firmware counts the begin. Only a bus that blocks it and a supply that fails may cause one.
    private long GapPermille()
    {
        long elapsed = _meter.StepUtcMicroseconds - _sampledMicroseconds;
        long counted = _meter.Firmware!.Sampler.LongestMilliseconds * 1000L;
        bool isExcused = _sensors[0].IsOrWasBlocked || _meter.Board.SupplyEndsUtcMicroseconds != long.MaxValue;
        return isExcused && elapsed > counted ? 1000 - (counted * 1000 / elapsed) : 0;
    }

    // A report that a cut kept from flash is made again.
    private void TakeReport(Meter firmware)
    {
        int slot = firmware.Outbox.Reported.Latest;
        if (slot != _reportedSlot)
        {
            _reportedSlot = slot;
            _atReport[slot] = Now;
        }
    }
}
