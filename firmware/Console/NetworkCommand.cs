// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Network;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"network": the way to the broker.</summary>
    internal sealed class NetworkCommand : ConsoleCommand
    {
        private readonly Meter _meter;
        private readonly Connection _connection;

        public NetworkCommand(Meter meter, Connection connection)
            : base("network", "network: address, broker, attempts, losses, last failure and back-off")
        {
            _meter = meter;
            _connection = connection;
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (_connection == null)
            {
                answer.Say(_meter.IsSafeMode ? "No network in safe mode." : "No broker is set: \"config set broker-host HOST\".");
                return true;
            }

            long now = _meter.Clock.MonotonicMilliseconds;
            DeviceConfiguration configuration = _meter.Configuration;
            answer.Text("link", Names.Links[(int)_connection.Link.State]).Scaled("since", " milliseconds", now - _connection.ChangedMilliseconds, 3, " s");
            answer.Text("address", _connection.Link.Address).Text("last failure", _connection.Link.LastFailure.Length > 0 ? _connection.Link.LastFailure : "none");
            answer.Text("broker", configuration.GetText(SettingId.BrokerHost)).Number("port", configuration.Get(SettingId.BrokerPort));
            answer.Text("tls", configuration.IsOn(SettingId.BrokerTls) ? "on" : "off").Text("user", configuration.GetText(SettingId.BrokerUser));
            answer.Number("attempts", _connection.AttemptCount).Number("losses", _connection.LossCount);
            long wait = _connection.AttemptMilliseconds - now;
            answer.Scaled("next attempt in", " milliseconds", wait < 0 ? 0 : wait, 3, " s");
            return true;
        }
    }
}
