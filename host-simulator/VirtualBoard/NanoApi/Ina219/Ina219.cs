// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Prosumeter.Simulator.Boards;
using UnitsNet;

namespace Iot.Device.Adc;

/// <summary>
/// The INA219 binding of nanoFramework.IoT.Device, with its manners: no transfer status is looked at; a bus voltage above 16.383 V reads
/// negative; power has no sign; the setter of the shunt converter writes the bus converter's field; until <see cref="Reset"/> it waits only
/// 84 us for a conversion. One thing differs: the original allocates two or three byte arrays per register access, this one none.
/// </summary>
public class Ina219 : IDisposable
{
    private const ushort BadcMask = 0x0780;
    private const ushort SadcMask = 0x0078;

    private readonly bool _ownsDevice;
    private readonly I2cDevice _device;
    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _value = new byte[2];
    private readonly byte[] _command = new byte[3];
    private ushort _calibration;
    private float _currentLsb = 1;
    private Ina219AdcResolutionOrSamples _busAdc;
    private Ina219AdcResolutionOrSamples _shuntAdc;

    /// <summary>Uses an open device and does not dispose it.</summary>
    public Ina219(I2cDevice i2cDevice)
    {
        _device = i2cDevice ?? throw new ArgumentNullException(nameof(i2cDevice));
    }

    /// <summary>Opens the device and disposes it.</summary>
    public Ina219(I2cConnectionSettings settings)
        : this(I2cDevice.Create(settings))
    {
        _ownsDevice = true;
    }

    /// <summary>The overflow bit as the last <see cref="ReadBusVoltage"/> saw it.</summary>
    public bool MathOverflowFlag { get; private set; }

    /// <summary>What is converted.</summary>
    public Ina219OperatingMode OperatingMode
    {
        get => (Ina219OperatingMode)ReadField(0x0007);
        set => WriteField(0x0007, (ushort)value);
    }

    /// <summary>Full scale of the bus voltage.</summary>
    public Ina219BusVoltageRange BusVoltageRange
    {
        get => (Ina219BusVoltageRange)ReadField(0x2000);
        set => WriteField(0x2000, (ushort)value);
    }

    /// <summary>Full scale of the shunt voltage.</summary>
    public Ina219PgaSensitivity PgaSensitivity
    {
        get => (Ina219PgaSensitivity)ReadField(0x1800);
        set => WriteField(0x1800, (ushort)value);
    }

    /// <summary>Resolution of the bus voltage.</summary>
    public Ina219AdcResolutionOrSamples BusAdcResolutionOrSamples
    {
        get => (Ina219AdcResolutionOrSamples)(ReadField(BadcMask) >> 4);
        set
        {
            WriteField(BadcMask, (ushort)((int)value << 4));
            _busAdc = value;
        }
    }

    /// <summary>Resolution of the shunt voltage. Setting it clears the shunt field and writes into the bus field: do not use it.</summary>
    public Ina219AdcResolutionOrSamples ShuntAdcResolutionOrSamples
    {
        get => (Ina219AdcResolutionOrSamples)ReadField(SadcMask);
        set
        {
            WriteField(SadcMask, (ushort)((int)value << 4));
            _shuntAdc = value;
        }
    }

    /// <summary>Resets the chip and learns its conversion times.</summary>
    public void Reset()
    {
        WriteRegister(0, 0x8000);
        _currentLsb = 1;
        _calibration = 0;
        _busAdc = BusAdcResolutionOrSamples;
        _shuntAdc = ShuntAdcResolutionOrSamples;
    }

    /// <summary>Sets the calibration register and the amperes one bit of the current register stands for.</summary>
    public void SetCalibration(ushort calibrationValue, float currentLsb = 1)
    {
        _calibration = calibrationValue;
        _currentLsb = currentLsb;
        WriteRegister(5, calibrationValue);
    }

    /// <summary>The voltage over the shunt.</summary>
    public ElectricPotential ReadShuntVoltage()
    {
        return ElectricPotential.FromVolts((short)ReadRegister(1, Delay(_shuntAdc)) / 100_000.0);
    }

    /// <summary>The bus voltage; above 16.383 V the sign bit of the shift makes it negative.</summary>
    public ElectricPotential ReadBusVoltage()
    {
        ushort raw = ReadRegister(2, Delay(_busAdc));
        MathOverflowFlag = (raw & 1) != 0;
        return ElectricPotential.FromVolts(((short)raw >> 3) * 4 / 1000.0);
    }

    /// <summary>The current by the calibration, which is written first.</summary>
    public ElectricCurrent ReadCurrent()
    {
        SetCalibration(_calibration, _currentLsb);
        return ElectricCurrent.FromAmperes((short)ReadRegister(4, Delay(_shuntAdc)) * _currentLsb);
    }

    /// <summary>The power by the calibration, which is written first; without a sign.</summary>
    public Power ReadPower()
    {
        SetCalibration(_calibration, _currentLsb);
        return Power.FromWatts(ReadRegister(3, Delay(_shuntAdc)) * _currentLsb * 20);
    }

    /// <summary>Disposes the device if this binding opened it.</summary>
    public void Dispose()
    {
        if (_ownsDevice)
        {
            _device.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private static int Delay(Ina219AdcResolutionOrSamples adc)
    {
        return adc switch
        {
            Ina219AdcResolutionOrSamples.Adc9Bit => 84,
            Ina219AdcResolutionOrSamples.Adc10Bit => 148,
            Ina219AdcResolutionOrSamples.Adc11Bit => 276,
            Ina219AdcResolutionOrSamples.Adc12Bit => 532,
            Ina219AdcResolutionOrSamples.Adc2Sample => 1_006,
            Ina219AdcResolutionOrSamples.Adc4Sample => 2_130,
            Ina219AdcResolutionOrSamples.Adc8Sample => 4_260,
            Ina219AdcResolutionOrSamples.Adc16Sample => 8_510,
            Ina219AdcResolutionOrSamples.Adc32Sample => 17_020,
            Ina219AdcResolutionOrSamples.Adc64Sample => 34_050,
            Ina219AdcResolutionOrSamples.Adc128Sample => 68_100,
            _ => 0,
        };
    }

    private ushort ReadField(ushort mask)
    {
        return (ushort)(ReadRegister(0, 0) & mask);
    }

    private void WriteField(ushort mask, ushort bits)
    {
        WriteRegister(0, (ushort)((ReadRegister(0, 0) & ~mask) | bits));
    }

    // The original reads into the array that held the pointer: after a failed read its first byte is the register number.
    private ushort ReadRegister(byte register, int delayMicroseconds)
    {
        _pointer[0] = register;
        _value[0] = register;
        _value[1] = 0;
        _device.Write(_pointer);
        if (delayMicroseconds > 0)
        {
            VirtualBoard.Current.SleepMicroseconds(delayMicroseconds);
        }

        _device.Read(_value);
        return (ushort)((_value[0] << 8) | _value[1]);
    }

    private void WriteRegister(byte register, ushort value)
    {
        _command[0] = register;
        _command[1] = (byte)(value >> 8);
        _command[2] = (byte)value;
        _device.Write(_command);
    }
}
