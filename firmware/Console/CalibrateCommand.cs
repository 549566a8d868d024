// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"calibrate": the factors of a sensor, from what a reference instrument reads at the same time.</summary>
    internal sealed class CalibrateCommand : ConsoleCommand
    {
        private readonly Meter _meter;
        private readonly Hardware _hardware;
        private readonly ConfigCommand _config;
        private int _setting;
        private int _value = Calibration.Impossible;

        public CalibrateCommand(Meter meter, Hardware hardware, ConfigCommand config)
            : base(
                "calibrate",
                "calibrate voltage|current|phase grid|generation|storage READING | confirm\n"
                + "READING is what the reference instrument shows while the load is steady: V, A,\n"
                + "and for phase (AC) the W of a load whose current lags, as an idle motor's does.\n"
                + "It shows the new factor; calibrate confirm stages it; config save, reboot.")
        {
            _meter = meter;
            _hardware = hardware;
            _config = config;
        }

        public override bool Changes(string[] words)
        {
            return true;
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (words.Length == 2 && words[1] == Words.Confirm)
            {
                Confirm(answer);
                return true;
            }

            int role = words.Length == 4 ? Names.IndexOf(Names.Roles, words[2]) : -1;
            return role >= 0 && Number.TryParseScaled(words[3], 3, out long reading) && Propose(words[1], (SensorRole)role, reading, answer);
        }

        private bool Propose(string quantity, SensorRole role, long reading, Answer answer)
        {
            IPowerSensor sensor = _hardware.Sensors[(int)role];
            if (sensor == null || _meter.Sampler.StatusOf(role) != SensorStatus.Ok)
            {
                answer.Refuse("This sensor measures nothing valid now.");
                return true;
            }

            bool isDc = _meter.Configuration.Get(role, SensorSettingId.Kind) == (int)SensorKind.Ina219;
            int current = sensor.CurrentMilliamperes < 0 ? -sensor.CurrentMilliamperes : sensor.CurrentMilliamperes;
            switch (quantity)
            {
                case "voltage":
                    _setting = SettingTable.IndexOf(role, isDc ? SensorSettingId.BusDividerPermille : SensorSettingId.MillivoltsPerVolt);
                    _value = Calibration.Proportional(_meter.Configuration.Get((SettingId)_setting), sensor.VoltageMillivolts, reading);
                    break;
                case "current" when isDc:
                    // The current is the voltage over the shunt divided by it.
                    _setting = SettingTable.IndexOf(role, SensorSettingId.ShuntMicroohms);
                    _value = Calibration.Proportional(_meter.Configuration.Get((SettingId)_setting), reading, current);
                    break;
                case "current":
                    _setting = SettingTable.IndexOf(role, SensorSettingId.MilliamperesPerVolt);
                    _value = Calibration.Proportional(_meter.Configuration.Get((SettingId)_setting), current, reading);
                    break;
                case "phase" when !isDc:
                    _setting = SettingTable.IndexOf(role, SensorSettingId.PhaseMicroseconds);
                    _value = Calibration.Phase(_meter.Configuration.Get((SettingId)_setting), sensor, reading);
                    break;
                default:
                    return false;
            }

            Show(sensor, answer);
            return true;
        }

        private void Show(IPowerSensor sensor, Answer answer)
        {
            answer.Scaled("voltage", " millivolts", sensor.VoltageMillivolts, 3, " V");
            answer.Scaled("current", " milliamperes", sensor.CurrentMilliamperes, 3, " A").Power("power", sensor.PowerMilliwatts);
            if (_value == Calibration.Impossible)
            {
                answer.Refuse("Implausible: below 0.1 V or A, off by more than a factor of 2, or too little\nreactive power. Check wiring and rated values.");
                return;
            }

            answer.Text("setting", SettingTable.NameAt(_setting)).Text("from", _meter.Configuration.Format(_setting)).Number("to", _value);
            answer.Say("\"calibrate confirm\" stages it.");
        }

        private void Confirm(Answer answer)
        {
            if (_value == Calibration.Impossible)
            {
                answer.Refuse(Words.NothingToConfirm);
                return;
            }

            _config.Stage(_setting, _value.ToString(), answer);
            _value = Calibration.Impossible;
        }
    }
}
