// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"meter": what the sensors measured last.</summary>
    internal sealed class MeterCommand : ConsoleCommand
    {
        private static readonly string[] s_roles = { "grid (import +)", "generation", "storage (charge +)" };
        private static readonly string[] s_status = { "ok", "no answer", "bus stuck", "saturated", "stuck", "misconfigured" };

        private readonly Meter _meter;
        private readonly Hardware _hardware;

        public MeterCommand(Meter meter, Hardware hardware)
            : base("meter", "meter: live values of the sensors")
        {
            _meter = meter;
            _hardware = hardware;
        }

        public override bool Run(string[] words, TextBuffer output)
        {
            for (int role = 0; role < SettingTable.Roles; role++)
            {
                output.Label(s_roles[role]);
                Show(_hardware.Sensors[role], (SensorRole)role, output);
                output.Line();
            }

            output.Label("state of charge").Share(_meter.Sampler.StateOfChargePermille).Line();
            return true;
        }

        private void Show(IPowerSensor sensor, SensorRole role, TextBuffer output)
        {
            if (sensor == null)
            {
                output.Add("not fitted");
                return;
            }

            output.Power(_meter.Sampler.PowerOf(role)).Column(40);
            output.AddScaled(sensor.VoltageMillivolts, 3).Add(" V").Column(54);
            output.AddScaled(sensor.CurrentMilliamperes, 3).Add(" A").Column(66);
            output.Add(s_status[(int)_meter.Sampler.StatusOf(role)]);
        }
    }
}
