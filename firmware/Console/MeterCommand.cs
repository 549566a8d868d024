// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"meter": what the sensors measured last.</summary>
    internal sealed class MeterCommand : ConsoleCommand
    {
        private readonly Meter _meter;
        private readonly Hardware _hardware;

        public MeterCommand(Meter meter, Hardware hardware)
            : base(
                "meter",
                "meter [once]: live values of the sensors, each second until a key is pressed\n"
                + "Import and charge are positive. Over MQTT and as JSON: once.")
        {
            _meter = meter;
            _hardware = hardware;
        }

        public override bool Run(string[] words, Answer answer)
        {
            answer.Repeats = words.Length == 1;
            if (!answer.Repeats && (words.Length > 2 || words[1] != "once"))
            {
                return false;
            }

            answer.BeginRows("sensors");
            for (int role = 0; role < SettingTable.Roles; role++)
            {
                Show(_hardware.Sensors[role], (SensorRole)role, answer);
            }

            answer.EndRows();
            answer.Share("state of charge", _meter.Sampler.StateOfChargePermille).Number("samples", _meter.Sampler.SampleCount);
            return true;
        }

        private void Show(IPowerSensor sensor, SensorRole role, Answer answer)
        {
            answer.Row().Text("role", Names.Roles[(int)role]).At(12);
            if (sensor == null)
            {
                answer.Text("status", "not fitted").EndRow();
                return;
            }

            answer.Power("", _meter.Sampler.PowerOf(role)).At(30);
            answer.Scaled("", "millivolts", sensor.VoltageMillivolts, 3, " V").At(46);
            answer.Scaled("", "milliamperes", sensor.CurrentMilliamperes, 3, " A").At(62);
            answer.Text("status", Names.Sensors[(int)_meter.Sampler.StatusOf(role)]).EndRow();
        }
    }
}
