// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.I2c;
#pragma warning disable IDE0005 // The desktop build has its own Thread.
using System.Threading;
#pragma warning restore IDE0005
using Iot.Device.Adc;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// DC power from a TI INA219 (SBOS448G): bus voltage times signed shunt current.
    /// </summary>
    /// <remarks>
    /// The Iot.Device binding resets and configures the chip; samples are read with <see cref="I2cDevice.WriteRead"/> on buffers of this adapter,
    /// because a binding read ignores the transfer status (a missing chip reads as 0), allocates up to three arrays a register,
    /// sign-extends the bus voltage (above 16.383 V it reads negative) and takes power from a register that has no sign.
    /// The binding's shunt averaging setter writes the bus field instead, so the averaging is set here.
    /// </remarks>
    public sealed class Ina219PowerSensor : IPowerSensor
    {
        private const byte ConfigurationRegister = 0;
        private const byte ShuntVoltageRegister = 1;
        private const byte BusVoltageRegister = 2;
        private const byte PowerRegister = 3;

        // 32 V, +/-320 mV, bus 12 bit, shunt 128 samples, both continuously. It differs from the reset value 0x399F, so a chip that lost its supply shows.
        // 128 samples (68.10 ms) average out the ripple that an inverter draws at twice the mains frequency.
        private const int Configuration = 0x39FF;
        private const int ConversionMilliseconds = 69;
        private const int ConversionWaitMilliseconds = 3;

        // The same with 32 samples (17.02 ms, table 5). A conversion may take a tenth longer than it should (7.5), and each sample needs one of its own.
        private const int ShortConfiguration = 0x39EF;
        private const int ShortPeriodMilliseconds = 76;

        private const int ConversionReady = 0x0002;
        private const int ShuntMicrovoltsPerCode = 10;
        private const int ShuntFullScaleCode = 32000;
        private const int BusMillivoltsPerCode = 4;
        private const int BusFullScaleCode = 8000;

        private readonly I2cDevice _device;
        private readonly I2cRegisters _registers;
        private readonly int _shuntMicroohms;
        private readonly int _busDividerPermille;
        private readonly bool _isInverted;
        private readonly int _configuration;
        private bool _isConfigured;
        private int _powerMilliwatts;
        private int _voltageMillivolts;
        private int _currentMilliamperes;

        /// <summary>Makes the adapter; the chip is touched by the first sample only.</summary>
        /// <param name="device">The chip on its bus.</param>
        /// <param name="shuntMicroohms">Resistance of the shunt in microohms, 1 or more.</param>
        /// <param name="busDividerPermille">Ratio of the divider before the bus pin in per mille: 1000 without one, 20000 for 20:1.</param>
        /// <param name="isInverted">True when the shunt is wired the other way round.</param>
        /// <param name="periodMilliseconds">Time between two samples in ms, 20 or more; below 76 each sample averages 17 ms instead of 68.</param>
        public Ina219PowerSensor(I2cDevice device, int shuntMicroohms, int busDividerPermille, bool isInverted, int periodMilliseconds)
        {
            _device = device;
            _registers = new I2cRegisters(device);
            _shuntMicroohms = shuntMicroohms < 1 ? 1 : shuntMicroohms;
            _busDividerPermille = busDividerPermille;
            _isInverted = isInverted;
            _configuration = periodMilliseconds < ShortPeriodMilliseconds ? ShortConfiguration : Configuration;
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
            SensorStatus status = _isConfigured ? CheckConfiguration() : Configure();
            if (status != SensorStatus.Ok)
            {
                return status;
            }

            status = AwaitConversion();
            if (status != SensorStatus.Ok)
            {
                return status;
            }

            int busCode = _registers.Word >> 3;
            status = _registers.Read(ShuntVoltageRegister);
            int shuntCode = (short)_registers.Word;
            if (status == SensorStatus.Ok)
            {
                // Reading the power register clears the conversion-ready bit, so the next sample proves that the converter still runs.
                status = _registers.Read(PowerRegister);
            }

            return status == SensorStatus.Ok ? Convert(shuntCode, busCode) : status;
        }

        private SensorStatus CheckConfiguration()
        {
            SensorStatus status = _registers.Read(ConfigurationRegister);
            if (status == SensorStatus.Ok && _registers.Word != _configuration)
            {
                status = Configure();
                return status == SensorStatus.Ok ? SensorStatus.Misconfigured : status;
            }

            return status;
        }

        private SensorStatus Configure()
        {
            // The binding would go on without a chip; ask before.
            SensorStatus status = _registers.Read(ConfigurationRegister);
            if (status != SensorStatus.Ok)
            {
                return status;
            }

            Ina219 binding = new Ina219(_device);
            binding.Reset();
            binding.BusVoltageRange = Ina219BusVoltageRange.Range32v;
            binding.PgaSensitivity = Ina219PgaSensitivity.PlusOrMinus320mv;
            binding.OperatingMode = Ina219OperatingMode.ShuntAndBusContinuous;
            status = _registers.Write(ConfigurationRegister, _configuration);
            if (status == SensorStatus.Ok)
            {
                Thread.Sleep(ConversionMilliseconds);
                _isConfigured = true;
            }

            return status;
        }

        private SensorStatus AwaitConversion()
        {
            for (int waited = 0; waited <= 2 * ConversionMilliseconds; waited += ConversionWaitMilliseconds)
            {
                SensorStatus status = _registers.Read(BusVoltageRegister);
                if (status != SensorStatus.Ok || (_registers.Word & ConversionReady) != 0)
                {
                    return status;
                }

                Thread.Sleep(ConversionWaitMilliseconds);
            }

            return SensorStatus.Stuck;
        }

        private SensorStatus Convert(int shuntCode, int busCode)
        {
            long shuntMicrovolts = (_isInverted ? -shuntCode : shuntCode) * ShuntMicrovoltsPerCode;
            long busMicrovolts = (long)busCode * BusMillivoltsPerCode * _busDividerPermille;

            // uV x uV / uOhm = uW
            long milliwatts = Rounded(busMicrovolts * shuntMicrovolts, 1000L * _shuntMicroohms);
            if (milliwatts > int.MaxValue || milliwatts < -int.MaxValue)
            {
                return SensorStatus.Saturated;
            }

            _powerMilliwatts = (int)milliwatts;
            _voltageMillivolts = (int)Rounded(busMicrovolts, 1000);
            _currentMilliamperes = (int)Rounded(shuntMicrovolts * 1000, _shuntMicroohms);

            // The end code is all that a clipped input shows too, so it cannot be trusted; a technician still sees at which end the converter is.
            bool isAtEnd = shuntCode >= ShuntFullScaleCode || shuntCode <= -ShuntFullScaleCode || busCode >= BusFullScaleCode;
            return isAtEnd ? SensorStatus.Saturated : SensorStatus.Ok;
        }

        private static long Rounded(long dividend, long divisor)
        {
            long half = dividend < 0 ? -(divisor / 2) : divisor / 2;
            return (dividend + half) / divisor;
        }
    }
}
