// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>
/// Texas Instruments ADS1115 at register level (SBAS444): multiplexer, programmable gain, single-shot and continuous conversion at the data
/// rate, comparator registers. Ideal: no offset, no noise; a conversion takes the voltage in the middle of its window for the mean over it.
/// </summary>
public sealed class Ads1115Chip : RegisterChip
{
    private const int PowerOnConfiguration = 0x8583;
    private static readonly int[] s_fullScaleMicrovolts = [6_144_000, 4_096_000, 2_048_000, 1_024_000, 512_000, 256_000, 256_000, 256_000];
    private static readonly int[] s_samplesPerSecond = [8, 16, 32, 64, 128, 250, 475, 860];

    private readonly IVoltageSource?[] _inputs = new IVoltageSource?[4];
    private int _written;
    private int _active;
    private bool _isPending;
    private bool _isConverting;
    private long _startMicroseconds;
    private short _conversion;
    private int _lowThreshold;
    private int _highThreshold;

    /// <summary>A chip with power-on registers and open inputs (0 V).</summary>
    public Ads1115Chip(IBoardTime time)
        : base(time, pointerMask: 3)
    {
        PowerCycle();
    }

    /// <summary>Connects an input.</summary>
    /// <param name="input">0 to 3 for AIN0 to AIN3.</param>
    /// <param name="source">What drives it; null leaves it at 0 V.</param>
    public void Connect(int input, IVoltageSource? source)
    {
        using (Guard())
        {
            _inputs[input] = source;
        }
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        _written = PowerOnConfiguration;
        _active = PowerOnConfiguration;
        _isPending = false;
        _isConverting = false;
        _conversion = 0;
        _lowThreshold = 0x8000;
        _highThreshold = 0x7FFF;
    }

    /// <inheritdoc/>
    protected override int ReadRegister(int pointer)
    {
        return pointer switch
        {
            0 => _conversion,
            1 => (_written & 0x7FFF) | (_isConverting ? 0 : 0x8000),
            2 => _lowThreshold,
            _ => _highThreshold,
        };
    }

    /// <inheritdoc/>
    protected override void WriteRegister(int pointer, int value)
    {
        switch (pointer)
        {
            case 1:
                WriteConfiguration(value);
                break;
            case 2:
                _lowThreshold = value;
                break;
            case 3:
                _highThreshold = value;
                break;
            default:
                break;
        }
    }

    private void WriteConfiguration(int value)
    {
        _written = value;
        if (_isConverting)
        {
            // The conversion under way ends with the settings it began with (section 9.4.2.2); OS starts nothing meanwhile.
            _isPending = true;
            return;
        }

        _active = value;
        _isConverting = IsContinuous(value) || (value & 0x8000) != 0;
        _startMicroseconds = Time.MonotonicMicroseconds;
    }

    /// <inheritdoc/>
    protected override void Settle()
    {
        long now = Time.MonotonicMicroseconds;
        while (_isConverting && now - _startMicroseconds >= PeriodMicroseconds)
        {
            FinishConversions(now);
        }
    }

    // Up to the conversion under way at `now`, or only the first one when it is the last with its settings.
    private void FinishConversions(long now)
    {
        long period = PeriodMicroseconds;
        bool isLast = _isPending || !IsContinuous(_active);
        long end = _startMicroseconds + (isLast ? period : (now - _startMicroseconds) / period * period);
        _conversion = Convert(end - (period / 2));
        _startMicroseconds = end;
        if (isLast)
        {
            _isConverting = _isPending && IsContinuous(_written);
            _active = _written;
            _isPending = false;
        }
    }

    private long PeriodMicroseconds => (1_000_000 + (s_samplesPerSecond[(_active >> 5) & 7] / 2)) / s_samplesPerSecond[(_active >> 5) & 7];

    private static bool IsContinuous(int configuration)
    {
        return (configuration & 0x0100) == 0;
    }

    private short Convert(long microseconds)
    {
        if (Fault == ChipFault.Frozen)
        {
            return _conversion;
        }

        long fullScale = s_fullScaleMicrovolts[(_active >> 9) & 7];
        long microvolts = Faulty((int)InputMicrovolts(microseconds), (int)fullScale);
        long half = microvolts < 0 ? -fullScale / 2 : fullScale / 2;
        return (short)Math.Clamp(((microvolts * 32768) + half) / fullScale, short.MinValue, short.MaxValue);
    }

    private long InputMicrovolts(long microseconds)
    {
        return ((_active >> 12) & 7) switch
        {
            0 => (long)Voltage(0, microseconds) - Voltage(1, microseconds),
            1 => (long)Voltage(0, microseconds) - Voltage(3, microseconds),
            2 => (long)Voltage(1, microseconds) - Voltage(3, microseconds),
            3 => (long)Voltage(2, microseconds) - Voltage(3, microseconds),
            int single => Voltage(single - 4, microseconds),
        };
    }

    private int Voltage(int input, long microseconds)
    {
        return _inputs[input]?.MicrovoltsAt(microseconds) ?? 0;
    }
}
