// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Firmware;
using Prosumeter.Policy;
using Prosumeter.Simulator.Boards;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>
/// Holds what a start restores against what the firmware knew when its supply failed: registers and Q-table as last committed or newer and whole, boot count
/// one higher, loss within the bound. It looks at the firmware from outside, after each step, so nothing of the firmware's is believed about flash.
/// </summary>
internal sealed class RegisterWatch(JournalBound bound, List<string> violations)
{
    private readonly long[] _committed = new long[5];
    private long[] _atStop = new long[5];
    private long _committedMilliseconds;
    private int _commitCount;
    private int _sampleCount;
    private byte[] _tableCommitted = Export(new QTable());
    private byte[] _tableAtStop = Export(new QTable());
    private long _millisecondsAtStop;
    private int _bootCount;
    private int _startsCut;
    private bool _isBound;

    public long LostMilliwattHours { get; private set; }

    public long LostMilliseconds { get; private set; }

    public int Commits { get; private set; }

    public int QTableWrites { get; private set; }

    public void Started(Meter meter, long utcMilliseconds)
    {
        int starts = meter.Guard.BootCount - _bootCount;
        Require(starts >= 1 && starts <= 1 + _startsCut, $"boot count rose by {starts} after {_startsCut} starts that were cut short");
        _bootCount = meter.Guard.BootCount;
        _startsCut = 0;
        _sampleCount = 0;
        CheckRegisters(ValuesOf(meter));
        CheckTable(Export(meter.Table));
        Require(meter.Complaints.TotalCount == 0, "the configuration is not what was written");
        _commitCount = meter.Journal.CommitCount;
        _committedMilliseconds = utcMilliseconds;
        _isBound = false;
    }

    /// <summary>A step that began at that time, with its sample if one was due, is done.</summary>
    public void Stepped(Meter meter, long utcMilliseconds)
    {
        long[] values = ValuesOf(meter);
        for (int i = 0; i < values.Length; i++)
        {
            Require(values[i] >= _atStop[i], $"register {i} fell from {_atStop[i]} to {values[i]} mWh");
        }

        _atStop = values;
        TakeCommit(meter, utcMilliseconds);
        bool isSampled = meter.Sampler.SampleCount != _sampleCount;
        _sampleCount = meter.Sampler.SampleCount;
        if (bound.IsEverySample && isSampled)
        {
            _atStop.CopyTo(_committed, 0);
            _committedMilliseconds = utcMilliseconds;
        }
    }

    public void Stopped(Meter? meter, StopReason reason, long utcMilliseconds)
    {
        if (meter is null)
        {
            _startsCut++;
            return;
        }

        _isBound = reason == StopReason.Restart || _sampleCount >= bound.FewestSamples;
        _atStop = ValuesOf(meter);
        _tableAtStop = Export(meter.Table);
        _millisecondsAtStop = utcMilliseconds;
        TakeCommit(meter, utcMilliseconds);
        if (reason == StopReason.Restart)
        {
            _tableCommitted = _tableAtStop;
            QTableWrites += _tableAtStop.AsSpan().SequenceEqual(Export(new QTable())) ? 0 : 1;
        }
    }

    // Registers change only at the start of a step, so what they are at its end is what was committed in it.
    private void TakeCommit(Meter meter, long utcMilliseconds)
    {
        if (meter.Journal.CommitCount != _commitCount)
        {
            Commits += meter.Journal.CommitCount - _commitCount;
            _commitCount = meter.Journal.CommitCount;
            _committedMilliseconds = utcMilliseconds;
            _atStop.CopyTo(_committed, 0);
        }
    }

    private void CheckRegisters(long[] restored)
    {
        bool isCommitted = restored.SequenceEqual(_committed);
        bool isNewer = restored.SequenceEqual(_atStop);
        Require(isCommitted || isNewer, $"registers restored as {Text(restored)}, neither the committed {Text(_committed)} nor the newer {Text(_atStop)} mWh");
        if (_isBound)
        {
            Lose(_atStop.Sum() - restored.Sum(), isNewer ? 0 : _millisecondsAtStop - _committedMilliseconds);
        }

        _atStop = restored;
        restored.CopyTo(_committed, 0);
    }

    private void Lose(long milliwattHours, long milliseconds)
    {
        LostMilliwattHours = Math.Max(LostMilliwattHours, milliwattHours);
        LostMilliseconds = Math.Max(LostMilliseconds, milliseconds);
        Require(milliwattHours >= 0, $"registers rose by {-milliwattHours} mWh over a power cut");
        Require(milliwattHours <= bound.MilliwattHours, $"lost {milliwattHours} mWh, bound {bound.MilliwattHours}");
        Require(milliseconds <= bound.Milliseconds, $"lost the flow of {milliseconds} ms, bound {bound.Milliseconds}");
    }

    private void CheckTable(byte[] restored)
    {
        bool isWhole = restored.AsSpan().SequenceEqual(_tableCommitted) || restored.AsSpan().SequenceEqual(_tableAtStop);
        Require(isWhole, "the Q-table is neither the committed one nor the newer one");
        _tableCommitted = restored;
    }

    private void Require(bool holds, string violation)
    {
        if (!holds)
        {
            violations.Add(violation);
        }
    }

    private static long[] ValuesOf(Meter meter) =>
    [
        meter.Registers.Import.MilliwattHours,
        meter.Registers.Export.MilliwattHours,
        meter.Registers.Generation.MilliwattHours,
        meter.Registers.Charge.MilliwattHours,
        meter.Registers.Discharge.MilliwattHours,
    ];

    private static byte[] Export(QTable table)
    {
        byte[] bytes = new byte[QTable.ExportLength];
        table.Export(bytes);
        return bytes;
    }

    private static string Text(long[] values) => string.Join("/", values);
}
