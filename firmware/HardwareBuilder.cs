// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.Gpio;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Journal;
using Prosumeter.Hal;
using Prosumeter.Hal.Esp32;
using Pins = nanoFramework.Hardware.Esp32.Configuration;

namespace Prosumeter.Firmware
{
    /// <summary>
    /// Builds the hal of an ESP32 from the configuration. A part that does not start, for example because its pin cannot do that on this module, is left out
    /// with a complaint: the rest of the meter still meters.
    /// </summary>
    internal sealed class HardwareBuilder
    {
        private const string ConsolePortName = "COM2";
        private const int ConsoleBaudRate = 115200;
        private const int I2cBusId = 1;
        private const string DidNotStart = "did not start";

        private readonly DeviceConfiguration _configuration;
        private readonly ComplaintList _complaints;
        private readonly Hardware _hardware = new Hardware();

        public HardwareBuilder(DeviceConfiguration configuration, ComplaintList complaints)
        {
            _configuration = configuration;
            _complaints = complaints;
        }

        public Hardware Build(string folder)
        {
            _hardware.Clock = new Esp32Clock();
            _hardware.Store = new FileRecordStore(folder);
            _hardware.Restart = new Esp32Restart();
            _hardware.Link = CreateLink();
            AddConsole();
            AddSensors();
            AddSwitches();
            return _hardware;
        }

        private IMessageLink CreateLink()
        {
            string host = _configuration.GetText(SettingId.BrokerHost);
            if (host.Length == 0)
            {
                return null;
            }

            BrokerAddress broker = new BrokerAddress
            {
                Host = host,
                Port = _configuration.Get(SettingId.BrokerPort),
                IsSecure = _configuration.IsOn(SettingId.BrokerTls),
                User = OrNull(_configuration.GetText(SettingId.BrokerUser)),
                Password = OrNull(_configuration.GetText(SettingId.BrokerPassword)),
            };
            return new M2MqttLink(broker, new WifiStation(broker.IsSecure));
        }

        private void AddConsole()
        {
            if (_configuration.Get(SettingId.ConsoleTxPin) < 0)
            {
                return;
            }

            try
            {
                Pins.SetPinFunction(_configuration.Get(SettingId.ConsoleTxPin), DeviceFunction.COM2_TX);
                Pins.SetPinFunction(_configuration.Get(SettingId.ConsoleRxPin), DeviceFunction.COM2_RX);
                _hardware.Console = new SerialConsolePort(ConsolePortName, ConsoleBaudRate);
            }
            catch (Exception)
            {
                Complain((int)SettingId.ConsoleTxPin);
            }
        }

        private void AddSensors()
        {
            try
            {
                Pins.SetPinFunction(_configuration.Get(SettingId.I2cDataPin), DeviceFunction.I2C1_DATA);
                Pins.SetPinFunction(_configuration.Get(SettingId.I2cClockPin), DeviceFunction.I2C1_CLOCK);
                for (int role = 0; role < SettingTable.Roles; role++)
                {
                    _hardware.Sensors[role] = CreateSensor((SensorRole)role);
                }

                int fram = _configuration.Get(SettingId.FramAddress);
                if (fram > 0)
                {
                    _hardware.FastStore = new FramRecordStore(I2cDevice.Create(new I2cConnectionSettings(I2cBusId, fram)), RegisterJournal.RecordLength);
                }
            }
            catch (Exception)
            {
                Complain((int)SettingId.I2cDataPin);
            }

            IPowerSensor storage = _hardware.Sensors[(int)SensorRole.Storage];
            if (storage != null)
            {
                _hardware.Gauge = new TerminalVoltageGauge(
                    storage,
                    _configuration.Get(SettingId.StorageEmptyMillivolts),
                    _configuration.Get(SettingId.StorageFullMillivolts),
                    _configuration.Get(SettingId.StorageResistanceMicroohms));
            }
        }

        private IPowerSensor CreateSensor(SensorRole role)
        {
            SensorKind kind = (SensorKind)_configuration.Get(role, SensorSettingId.Kind);
            if (kind == SensorKind.None)
            {
                return null;
            }

            I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(I2cBusId, _configuration.Get(role, SensorSettingId.Address)));
            bool isInverted = _configuration.Get(role, SensorSettingId.Inverted) != 0;
            if (kind == SensorKind.Ina219)
            {
                return new Ina219PowerSensor(
                    device,
                    _configuration.Get(role, SensorSettingId.ShuntMicroohms),
                    _configuration.Get(role, SensorSettingId.BusDividerPermille),
                    isInverted,
                    _configuration.Get(SettingId.SamplingPeriodMilliseconds));
            }

            int milliamperesPerVolt = _configuration.Get(role, SensorSettingId.MilliamperesPerVolt);
            return new Ads1115AcPowerSensor(
                device,
                _configuration.Get(role, SensorSettingId.MillivoltsPerVolt),
                isInverted ? -milliamperesPerVolt : milliamperesPerVolt,
                _configuration.Get(role, SensorSettingId.PhaseMicroseconds));
        }

        private void AddSwitches()
        {
            int bit0 = _configuration.Get(SettingId.StorageBit0Pin);
            int loadCut = _configuration.Get(SettingId.LoadCutPin);
            int powerFail = _configuration.Get(SettingId.PowerFailPin);
            try
            {
                GpioController controller = new GpioController();
                if (bit0 >= 0)
                {
                    _hardware.StorageSwitch = new GpioStorageSwitch(controller, bit0, _configuration.Get(SettingId.StorageBit1Pin));
                }

                if (loadCut >= 0)
                {
                    _hardware.LoadSwitch = new GpioLoadSwitch(controller, loadCut);
                }

                if (powerFail >= 0)
                {
                    _hardware.PowerFail = new GpioPowerFailInput(controller, powerFail);
                }
            }
            catch (Exception)
            {
                Complain(bit0 >= 0 && _hardware.StorageSwitch == null ? (int)SettingId.StorageBit0Pin : (int)SettingId.LoadCutPin);
            }
        }

        private void Complain(int setting)
        {
            _complaints.Add(0, SettingTable.NameAt(setting), _configuration.Format(setting), DidNotStart);
        }

        private static string OrNull(string text)
        {
            return text.Length > 0 ? text : null;
        }
    }
}
