// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.I2c;
using Iot.Device.Ads1115;
using nanoFramework.Hardware.Esp32;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// AC power from a TI ADS1115 (SBAS444): a current clamp between AIN0 and AIN1, a voltage transformer between AIN2 and AIN3.
    /// </summary>
    /// <remarks>
    /// The Iot.Device binding sets the chip up; samples are single shots over <see cref="I2cDevice.WriteRead"/> on buffers of this adapter, because a binding read
    /// ignores the transfer status, allocates arrays and polls without end on a stuck bus.
    /// One measurement takes 130 ms: five whole cycles of 50 Hz lie in it wherever it begins.
    /// </remarks>
    public sealed class Ads1115AcPowerSensor : IPowerSensor
    {
        private const byte ConversionRegister = 0;
        private const byte ConfigurationRegister = 1;

        // Start (bit 15), inputs (14-12), +/-2.048 V (11-9 = 010), single shot (8), 860 samples/s (7-5), comparator off (1-0): SBAS444 table 8-3.
        private const int CurrentInputs = 0x85E3;
        private const int VoltageInputs = 0xB5E3;
        private const int NotBusy = 0x8000;

        private const int WindowMicroseconds = 130000;
        private const int MostPairs = 80;

        // A conversion takes 1/860 s and 10 % at most; a poll takes 100 us on the wire alone.
        private const int MostPolls = 60;
        private const int FullScaleCode = 32767;

        // +/-2.048 V over 2^15 codes.
        private const int CodesPerVolt = 16000;

        private readonly I2cDevice _device;
        private readonly I2cRegisters _registers;
        private readonly MainsSamples _voltage = new MainsSamples(MostPairs + 1);
        private readonly MainsSamples _current = new MainsSamples(MostPairs);
        private readonly MainsPower _power = new MainsPower();
        private readonly int _millivoltsPerVolt;
        private readonly int _milliamperesPerVolt;
        private readonly int _phaseMicroseconds;
        private bool _isConfigured;
        private ulong _beginMicroseconds;
        private int _powerMilliwatts;
        private int _voltageMillivolts;
        private int _currentMilliamperes;

        /// <summary>Makes the adapter; the chip is touched by the first sample only.</summary>
        /// <param name="device">The chip on its bus.</param>
        /// <param name="millivoltsPerVolt">Mains voltage in mV that gives 1 V at AIN2-AIN3, 1 to 10000000.</param>
        /// <param name="milliamperesPerVolt">Mains current in mA that gives 1 V at AIN0-AIN1, 1 to 10000000; negative turns the clamp round.</param>
        /// <param name="phaseMicroseconds">How far the clamp leads the voltage transformer, in microseconds.</param>
        public Ads1115AcPowerSensor(I2cDevice device, int millivoltsPerVolt, int milliamperesPerVolt, int phaseMicroseconds)
        {
            _device = device;
            _registers = new I2cRegisters(device);
            _millivoltsPerVolt = millivoltsPerVolt;
            _milliamperesPerVolt = milliamperesPerVolt;
            _phaseMicroseconds = phaseMicroseconds;
        }

        /// <inheritdoc/>
        public int PowerMilliwatts
        {
            get { return _powerMilliwatts; }
        }

        /// <inheritdoc/>
        public int VoltageMillivolts
        {
            get { return _voltageMillivolts; }
        }

        /// <inheritdoc/>
        public int CurrentMilliamperes
        {
            get { return _currentMilliamperes; }
        }

        /// <inheritdoc/>
        public SensorStatus Sample()
        {
            SensorStatus status = _isConfigured ? SensorStatus.Ok : Configure();
            if (status == SensorStatus.Ok)
            {
                status = Acquire();
            }

            if (status != SensorStatus.Ok)
            {
                return status;
            }

            if (_voltage.IsStuck() || _current.IsStuck())
            {
                return SensorStatus.Stuck;
            }

            _power.Evaluate(_voltage, _current, _phaseMicroseconds);
            return Convert();
        }

        private SensorStatus Configure()
        {
            // The binding polls 5000 times for an answer, at up to a second each on a stuck bus; ask before.
            SensorStatus status = _registers.Read(ConfigurationRegister);
            if (status == SensorStatus.Ok)
            {
                // The binding is not disposed: it would dispose the device with it.
                _ = new Ads1115(_device, InputMultiplexer.AIN2_AIN3, MeasuringRange.FS2048, DataRate.SPS860, DeviceMode.PowerDown);
                _isConfigured = true;
            }

            return status;
        }

        private SensorStatus Acquire()
        {
            _voltage.Clear();
            _current.Clear();
            _beginMicroseconds = HighResTimer.GetCurrent();
            SensorStatus status = AcquireOne(VoltageInputs, _voltage);
            while (status == SensorStatus.Ok && _current.Count < MostPairs && Elapsed() < WindowMicroseconds)
            {
                status = AcquireOne(CurrentInputs, _current);
                if (status == SensorStatus.Ok)
                {
                    status = AcquireOne(VoltageInputs, _voltage);
                }
            }

            return status;
        }

        private SensorStatus AcquireOne(int inputs, MainsSamples into)
        {
            SensorStatus status = _registers.Write(ConfigurationRegister, inputs);
            int begun = Elapsed();
            if (status == SensorStatus.Ok)
            {
                status = AwaitConversion(inputs);
            }

            if (status == SensorStatus.Ok)
            {
                status = _registers.Read(ConversionRegister);
            }

            if (status != SensorStatus.Ok)
            {
                return status;
            }

            int code = (short)_registers.Word;
            into.Add(begun, code);
            return code >= FullScaleCode || code <= -FullScaleCode ? SensorStatus.Saturated : SensorStatus.Ok;
        }

        private SensorStatus AwaitConversion(int inputs)
        {
            for (int i = 0; i < MostPolls; i++)
            {
                SensorStatus status = _registers.Read(ConfigurationRegister);
                if (status != SensorStatus.Ok)
                {
                    return status;
                }

                if ((_registers.Word | NotBusy) != inputs)
                {
                    return SensorStatus.Misconfigured;
                }

                if ((_registers.Word & NotBusy) != 0)
                {
                    return SensorStatus.Ok;
                }
            }

            return SensorStatus.Stuck;
        }

        private int Elapsed()
        {
            return (int)(HighResTimer.GetCurrent() - _beginMicroseconds);
        }

        private SensorStatus Convert()
        {
            // mV x mA = uW
            long milliwatts = _power.RealPower * _millivoltsPerVolt / CodesPerVolt * _milliamperesPerVolt / (CodesPerVolt * 1000L);
            if (milliwatts > int.MaxValue || milliwatts < -int.MaxValue)
            {
                return SensorStatus.Saturated;
            }

            _powerMilliwatts = (int)milliwatts;
            _voltageMillivolts = (int)((long)_power.VoltageRms * _millivoltsPerVolt / (16 * CodesPerVolt));
            long milliamperes = (long)_power.CurrentRms * _milliamperesPerVolt / (16 * CodesPerVolt);
            _currentMilliamperes = (int)(milliamperes < 0 ? -milliamperes : milliamperes);
            return SensorStatus.Ok;
        }
    }
}
