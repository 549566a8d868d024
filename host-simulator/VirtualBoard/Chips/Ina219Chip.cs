// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>
/// Texas Instruments INA219 at register level (SBOS448G): signed shunt voltage at 10 uV, bus voltage at 4 mV, current and power by the
/// calibration register. Ideal: no offset, no gain error, no noise.
/// </summary>
/// <remarks>A register holds the last finished conversion, so a new input shows only after the conversion time that the configuration asks for.</remarks>
public sealed class Ina219Chip : RegisterChip
{
    private const int PowerOnConfiguration = 0x399F;
    private int _configuration;
    private int _calibration;
    private int _shunt;
    private int _bus;
    private bool _isReady;
    private bool _isOverflow;
    private bool _isTriggered;
    private long _startMicroseconds;
    private int _cycleMicroseconds;
    private int _shuntMicrovolts;
    private int _busMillivolts;

    /// <summary>A chip with power-on registers.</summary>
    public Ina219Chip(IBoardTime time)
        : base(time, pointerMask: 0xFF)
    {
        PowerCycle();
    }

    /// <summary>The voltage over the shunt (IN+ against IN-) in microvolts.</summary>
    public int ShuntMicrovolts
    {
        get => _shuntMicrovolts;
        set => SetInputs(value, _busMillivolts);
    }

    /// <summary>The voltage at IN- against ground in millivolts.</summary>
    public int BusMillivolts
    {
        get => _busMillivolts;
        set => SetInputs(_shuntMicrovolts, value);
    }

    /// <summary>Sets both inputs from now on; conversions that finished before keep the old ones.</summary>
    public void SetInputs(int shuntMicrovolts, int busMillivolts)
    {
        using (Guard())
        {
            Settle();
            _shuntMicrovolts = shuntMicrovolts;
            _busMillivolts = busMillivolts;
        }
    }

    /// <inheritdoc/>
    protected override int ReadRegister(int pointer)
    {
        switch (pointer)
        {
            case 0:
                return _configuration;
            case 1:
                return _shunt;
            case 2:
                return (_bus << 3) | (_isReady ? 2 : 0) | (_isOverflow ? 1 : 0);
            case 3:
                _isReady = false;
                return (int)PowerProduct();
            case 4:
                return CurrentProduct();
            case 5:
                return _calibration;
            default:
                return 0;
        }
    }

    /// <inheritdoc/>
    protected override void WriteRegister(int pointer, int value)
    {
        switch (pointer)
        {
            case 0 when (value & 0x8000) != 0:
                Reset();
                break;
            case 0:
                _configuration = value & 0x3FFF;
                StartConversion();
                break;
            case 5:
                // Bit 0 is not used and always 0 (section 8.6.3.4).
                _calibration = value & 0xFFFE;
                UpdateOverflow();
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        _configuration = PowerOnConfiguration;
        _calibration = 0;
        _shunt = 0;
        _bus = 0;
        _isReady = false;
        _isOverflow = false;
        StartConversion();
    }

    private void StartConversion()
    {
        int mode = _configuration & 7;
        _cycleMicroseconds = ((mode & 1) != 0 ? Ina219Adc.ConversionMicroseconds((_configuration >> 3) & 15) : 0)
            + ((mode & 2) != 0 ? Ina219Adc.ConversionMicroseconds((_configuration >> 7) & 15) : 0);
        _isTriggered = mode < 4;
        _startMicroseconds = Time.MonotonicMicroseconds;
        _isReady &= _cycleMicroseconds == 0;
    }

    /// <inheritdoc/>
    protected override void Settle()
    {
        long elapsed = Time.MonotonicMicroseconds - _startMicroseconds;
        if (_cycleMicroseconds == 0 || elapsed < _cycleMicroseconds || Fault == ChipFault.Frozen)
        {
            return;
        }

        Convert();
        if (_isTriggered)
        {
            _cycleMicroseconds = 0;
            return;
        }

        _startMicroseconds += elapsed - (elapsed % _cycleMicroseconds);
    }

    private void Convert()
    {
        if ((_configuration & 1) != 0)
        {
            int limit = 4_000 << ((_configuration >> 11) & 3);
            _shunt = Ina219Adc.Convert(Faulty(_shuntMicrovolts, limit * 10), 10, (_configuration >> 3) & 15, -limit, limit);
        }

        if ((_configuration & 2) != 0)
        {
            int limit = (_configuration & 0x2000) != 0 ? 8_000 : 4_000;
            _bus = Ina219Adc.Convert(Faulty(_busMillivolts, limit * 4), 4, (_configuration >> 7) & 15, 0, limit);
        }

        _isReady = true;
        UpdateOverflow();
    }

    // Equation 4: current = shunt x calibration / 4096. Equation 5: power = current x bus / 5000; the power register has no sign.
    private int CurrentProduct()
    {
        return _shunt * _calibration / 4096;
    }

    private long PowerProduct()
    {
        return Math.Abs((long)CurrentProduct() * _bus / 5000);
    }

    private void UpdateOverflow()
    {
        int current = CurrentProduct();
        _isOverflow = current != (short)current || PowerProduct() > ushort.MaxValue;
    }
}
