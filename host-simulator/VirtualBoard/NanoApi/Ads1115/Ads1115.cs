// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Prosumeter.Simulator.Boards;
using UnitsNet;

namespace Iot.Device.Ads1115;

/// <summary>
/// The ADS1115 binding of nanoFramework.IoT.Device, with its manners: no transfer status is looked at; every setter rewrites the
/// configuration and polls the chip for a whole conversion; it disposes the device it was given. Without the comparator and interrupt part.
/// </summary>
public class Ads1115 : IDisposable
{
    private const int PollLimit = 5_000;

    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _value = new byte[2];
    private readonly byte[] _command = new byte[3];
    private I2cDevice? _device;
    private InputMultiplexer _inputMultiplexer;
    private MeasuringRange _measuringRange;
    private DataRate _dataRate;
    private DeviceMode _deviceMode;

    /// <summary>Configures the chip and waits for its first conversions.</summary>
    /// <exception cref="TimeoutException">The chip did not report an end of conversion within 5000 polls.</exception>
    public Ads1115(
        I2cDevice i2cDevice,
        InputMultiplexer inputMultiplexer = InputMultiplexer.AIN0,
        MeasuringRange measuringRange = MeasuringRange.FS4096,
        DataRate dataRate = DataRate.SPS128,
        DeviceMode deviceMode = DeviceMode.Continuous)
    {
        _device = i2cDevice ?? throw new ArgumentNullException(nameof(i2cDevice));
        _inputMultiplexer = inputMultiplexer;
        _measuringRange = measuringRange;
        _dataRate = dataRate;
        _deviceMode = deviceMode;
        Configure();
        DisableComparator();
    }

    /// <summary>Which inputs are measured. Setting waits for a conversion.</summary>
    public InputMultiplexer InputMultiplexer
    {
        get => _inputMultiplexer;
        set
        {
            _inputMultiplexer = value;
            Configure();
        }
    }

    /// <summary>Full scale. Setting waits for a conversion.</summary>
    public MeasuringRange MeasuringRange
    {
        get => _measuringRange;
        set
        {
            _measuringRange = value;
            Configure();
        }
    }

    /// <summary>Conversions a second. Setting waits for a conversion.</summary>
    public DataRate DataRate
    {
        get => _dataRate;
        set
        {
            _dataRate = value;
            Configure();
        }
    }

    /// <summary>Whether the chip converts for ever. Setting waits for a conversion.</summary>
    public DeviceMode DeviceMode
    {
        get => _deviceMode;
        set
        {
            _deviceMode = value;
            Configure();
        }
    }

    /// <summary>The newest conversion; in <see cref="DeviceMode.PowerDown"/> a new one.</summary>
    public short ReadRaw()
    {
        if (_deviceMode == DeviceMode.PowerDown)
        {
            Configure();
        }

        return ReadConversion();
    }

    /// <summary>A conversion of other inputs.</summary>
    public short ReadRaw(InputMultiplexer inputMultiplexer)
    {
        return ReadRaw(inputMultiplexer, _measuringRange, _dataRate);
    }

    /// <summary>A conversion of other inputs with another range and rate.</summary>
    public short ReadRaw(InputMultiplexer inputMultiplexer, MeasuringRange measuringRange, DataRate dataRate)
    {
        if (inputMultiplexer == _inputMultiplexer && measuringRange == _measuringRange && dataRate == _dataRate)
        {
            return ReadRaw();
        }

        _inputMultiplexer = inputMultiplexer;
        _measuringRange = measuringRange;
        _dataRate = dataRate;
        Configure();
        return ReadConversion();
    }

    /// <summary>The voltage of the selected inputs.</summary>
    public ElectricPotential ReadVoltage()
    {
        return RawToVoltage(ReadRaw());
    }

    /// <summary>The voltage of other inputs.</summary>
    public ElectricPotential ReadVoltage(InputMultiplexer inputMultiplexer)
    {
        return RawToVoltage(ReadRaw(inputMultiplexer));
    }

    /// <summary>The voltage a raw value stands for in the present range.</summary>
    public ElectricPotential RawToVoltage(short val)
    {
        return ElectricPotential.FromVolts(val * (MaxVoltageFromMeasuringRange(_measuringRange).Volts / 32768.0));
    }

    /// <summary>Full scale of a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such range.</exception>
    public ElectricPotential MaxVoltageFromMeasuringRange(MeasuringRange measuringRange)
    {
        return ElectricPotential.FromVolts(measuringRange switch
        {
            MeasuringRange.FS6144 => 6.144,
            MeasuringRange.FS4096 => 4.096,
            MeasuringRange.FS2048 => 2.048,
            MeasuringRange.FS1024 => 1.024,
            MeasuringRange.FS0512 => 0.512,
            MeasuringRange.FS0256 => 0.256,
            _ => throw new ArgumentOutOfRangeException(nameof(measuringRange)),
        });
    }

    /// <summary>Disables the comparator and disposes the device.</summary>
    public void Dispose()
    {
        if (_device is not null)
        {
            DisableComparator();
            _device.Dispose();
            _device = null;
        }

        GC.SuppressFinalize(this);
    }

    // Two single conversions before continuous ones: the first still belongs to the settings before.
    private void Configure()
    {
        WriteConfiguration(DeviceMode.PowerDown);
        WaitForConversion();
        if (_deviceMode == DeviceMode.Continuous)
        {
            WriteConfiguration(DeviceMode.PowerDown);
            WaitForConversion();
            WriteConfiguration(DeviceMode.Continuous);
        }
    }

    private void WriteConfiguration(DeviceMode mode)
    {
        int value = 0x8000 | ((int)_inputMultiplexer << 12) | ((int)_measuringRange << 9) | ((int)mode << 8) | ((int)_dataRate << 5) | 3;
        WriteRegister(1, value);
    }

    private void WaitForConversion()
    {
        for (int poll = 0; poll <= PollLimit; poll++)
        {
            if ((ReadRegisterAtOnce(1) & 0x8000) != 0)
            {
                return;
            }

            VirtualBoard.Current.SleepMicroseconds(2);
        }

        throw new TimeoutException("Timeout waiting for ADC to complete conversion");
    }

    private void DisableComparator()
    {
        Configure();
        WriteRegister(2, 0x8000);
        WriteRegister(3, 0x7FFF);
    }

    private short ReadConversion()
    {
        Device.WriteByte(0);
        ClearValue();
        Device.Read(_value);
        return (short)((_value[0] << 8) | _value[1]);
    }

    private int ReadRegisterAtOnce(byte register)
    {
        _pointer[0] = register;
        ClearValue();
        Device.WriteRead(_pointer, _value);
        return (_value[0] << 8) | _value[1];
    }

    private void WriteRegister(byte register, int value)
    {
        _command[0] = register;
        _command[1] = (byte)(value >> 8);
        _command[2] = (byte)value;
        Device.Write(_command);
    }

    private I2cDevice Device => _device ?? throw new ObjectDisposedException(nameof(Ads1115));

    // The original reads into new arrays, which hold zeros when the transfer fails.
    private void ClearValue()
    {
        _value[0] = 0;
        _value[1] = 0;
    }
}
