// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Network;
using Prosumeter.Hal;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"test": whether the parts of the meter work.</summary>
    internal sealed class TestCommand : ConsoleCommand
    {
        private const string RecordName = "self-test";
        private const int RecordLength = 8;

        private readonly Meter _meter;
        private readonly Hardware _hardware;
        private readonly Connection _connection;

        public TestCommand(Meter meter, Hardware hardware, Connection connection)
            : base("test", "test: tries sensors, flash, clock and broker")
        {
            _meter = meter;
            _hardware = hardware;
            _connection = connection;
        }

        public override bool Run(string[] words, Answer answer)
        {
            bool isBusStuck = false;
            answer.BeginRows("tests");
            for (int role = 0; role < SettingTable.Roles; role++)
            {
                if (_hardware.Sensors[role] != null)
                {
                    // Each try of a stuck bus blocks the board for up to a second: one is enough.
                    SensorStatus status = isBusStuck ? SensorStatus.BusStuck : _hardware.Sensors[role].Sample();
                    isBusStuck |= status == SensorStatus.BusStuck;
                    Show(Names.Roles[role], status == SensorStatus.Ok, Names.Sensors[(int)status], answer);
                }
            }

            Show("flash", IsFlashGood(), "write and read back", answer);
            Show("clock", _meter.Clock.IsSynchronised, "synchronised", answer);
            if (_connection != null)
            {
                Show("broker", _connection.Link.State == LinkState.Connected, Names.Links[(int)_connection.Link.State], answer);
                Show("market", !_meter.Controller.IsAlone, "is heard", answer);
            }

            answer.EndRows();
            return true;
        }

        private static void Show(string part, bool isGood, string detail, Answer answer)
        {
            answer.Row().Text("result", isGood ? "PASS" : "FAIL").At(6).Text("part", part).At(18).Text("detail", detail).EndRow();
        }

        private bool IsFlashGood()
        {
            byte[] written = new byte[RecordLength];
            byte[] read = new byte[RecordLength];
            long now = _meter.Clock.MonotonicMilliseconds;
            Bytes.Put(written, 0, now, RecordLength);
            return _meter.Store.Write(RecordName, written, RecordLength)
                && _meter.Store.Read(RecordName, read) == RecordLength
                && Bytes.Get(read, 0, RecordLength) == now;
        }
    }
}
