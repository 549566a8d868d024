// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Network;
using Prosumeter.Metering;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"status": what a bug report needs, on one screen.</summary>
    internal sealed class StatusCommand : ConsoleCommand
    {
        private static readonly string[] s_reasons = { "power on", "command", "exception", "end of safe mode" };
        private static readonly string[] s_states = { "closed", "connecting", "connected" };

        private readonly Meter _meter;
        private readonly Connection _connection;

        public StatusCommand(Meter meter, Connection connection)
            : base("status", "status: health of the meter")
        {
            _meter = meter;
            _connection = connection;
        }

        public override bool Run(string[] words, TextBuffer output)
        {
            BasicsTo(output);
            output.Label("flash").Add(_meter.Store.WriteCount).Add(" writes, ").Add(_meter.Store.CorruptedCount).Add(" corrupted").Line();
            output.Label("outbox").Add(_meter.Outbox.Depth).Add(" waiting, ").Add(_meter.Outbox.LostCount).Add(" lost").Line();
            NetworkTo(output);
            FaultsTo(output);
            return true;
        }

        private void BasicsTo(TextBuffer output)
        {
            output.Label("firmware").Add(ControllerApp.Version).Line();
            output.Label("meter").Add(_meter.Configuration.Get(SettingId.Meter)).Add(" of ").Add(_meter.Configuration.GetText(SettingId.Cluster)).Line();
            output.Label("uptime").Add(_meter.Clock.MonotonicMilliseconds / 1000).Add(" s").Line();
            output.Label("starts").Add(_meter.Guard.BootCount).Add(", last reason: ").Add(TextOf(s_reasons, (int)_meter.Guard.Reason));
            output.Add(_meter.IsSafeMode ? ", SAFE MODE" : "").Line();
            output.Label("time").Add(_meter.Clock.UtcSeconds).Add(_meter.Clock.IsSynchronised ? " s UTC" : " s, not synchronised").Line();
            output.Label("samples").Add(_meter.Sampler.SampleCount).Line();
        }

        private void NetworkTo(TextBuffer output)
        {
            output.Label("broker");
            if (_connection == null)
            {
                output.Add("none").Line();
                return;
            }

            output.Add(_meter.Configuration.GetText(SettingId.BrokerHost)).Add(", ").Add(s_states[(int)_connection.State]);
            output.Add(", attempts ").Add(_connection.AttemptCount).Add(", losses ").Add(_connection.LossCount).Line();
            output.Label("market").Add(_meter.Controller.IsAlone ? "alone: self-consumption" : "not alone").Line();
        }

        private void FaultsTo(TextBuffer output)
        {
            output.Label("faults");
            bool isAny = false;
            for (int bit = 0; bit < FaultFlags.Count; bit++)
            {
                if ((_meter.Faults.Present & (1 << bit)) != 0)
                {
                    output.Add(isAny ? ", " : "").Add(FaultFlags.NameOfBit(bit));
                    isAny = true;
                }
            }

            output.Add(isAny ? "" : "none").Line();
        }

        private static string TextOf(string[] texts, int index)
        {
            return index >= 0 && index < texts.Length ? texts[index] : "?";
        }
    }
}
