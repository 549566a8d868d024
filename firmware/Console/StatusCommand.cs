// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#pragma warning disable IDE0005 // The desktop build has its own DateTime.
using System;
#pragma warning restore IDE0005
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Network;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"status": what a bug report needs, on one screen.</summary>
    internal sealed class StatusCommand : ConsoleCommand
    {
        private readonly Meter _meter;
        private readonly Connection _connection;

        public StatusCommand(Meter meter, Connection connection)
            : base("status", "status: all that a bug report needs, on one screen")
        {
            _meter = meter;
            _connection = connection;
        }

        public override bool Run(string[] words, Answer answer)
        {
            BasicsTo(answer);
            answer.Number("flash writes", _meter.Store.WriteCount).Number("corrupted records", _meter.Store.CorruptedCount);
            answer.Number("outbox waiting", _meter.Outbox.Depth).Number("outbox lost", _meter.Outbox.LostCount);
            NetworkTo(answer);
            PowersTo(answer);
            answer.Number("complaints", _meter.Complaints.TotalCount);
            answer.Text("faults", Names.OfFaults(_meter.Faults.Present));
            return true;
        }

        private void BasicsTo(Answer answer)
        {
            answer.Text("firmware", ControllerApp.Version);
            answer.Number("meter", _meter.Configuration.Get(SettingId.Meter)).Text("cluster", _meter.Configuration.GetText(SettingId.Cluster));
            answer.Scaled("uptime", " seconds", _meter.Clock.MonotonicMilliseconds / 1000, 0, " s").Number("starts", _meter.Guard.BootCount);
            answer.Text("last start", Names.At(Names.Restarts, (int)_meter.Guard.Reason)).Text("mode", _meter.IsSafeMode ? "SAFE MODE" : "normal");
            answer.Text("time", DateTime.FromUnixTimeSeconds(_meter.Clock.UtcSeconds).ToString("s") + "Z");
            answer.Text("clock", _meter.Clock.IsSynchronised ? "synchronised" : "not synchronised");
            answer.Number("samples", _meter.Sampler.SampleCount);
        }

        private void NetworkTo(Answer answer)
        {
            answer.Text("link", _connection == null ? "none" : Names.Links[(int)_connection.Link.State]);
            if (_connection != null)
            {
                answer.Number("attempts", _connection.AttemptCount).Number("losses", _connection.LossCount);
            }

            answer.Text("market", _connection == null || _meter.Controller.IsAlone ? "alone: self-consumption" : "not alone");
            answer.Text("broker", _meter.Configuration.GetText(SettingId.BrokerHost));
        }

        private void PowersTo(Answer answer)
        {
            for (int role = 0; role < SettingTable.Roles; role++)
            {
                answer.Power(Names.Roles[role], _meter.Sampler.PowerOf((SensorRole)role));
            }

            answer.Share("state of charge", _meter.Sampler.StateOfChargePermille);
            answer.Energy("import", _meter.Registers.Import.MilliwattHours).Energy("export", _meter.Registers.Export.MilliwattHours);
        }
    }
}
