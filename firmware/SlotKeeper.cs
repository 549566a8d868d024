// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Network;
using Prosumeter.Messages;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Firmware
{
    /// <summary>
    /// Starts and ends slots by the civil clock. Each slot is reported once: registers are committed first, then the report goes into the outbox, so after a power cut
    /// between the two the slot is still open in the journal and is reported at the next start. A slot number that was reported is never opened again.
    /// </summary>
    public sealed class SlotKeeper
    {
        private const int None = -1;

        private readonly Meter _meter;
        private readonly Publisher _publisher;
        private readonly SlotReport _report = new SlotReport();
        private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
        private int _startedSlot = None;
        private long _tickedUtcSeconds;

        /// <summary>A keeper that goes on with the slot the journal knows as open.</summary>
        public SlotKeeper(Meter meter, Publisher publisher)
        {
            _meter = meter;
            _publisher = publisher;
        }

        /// <summary>Slots reported since start.</summary>
        public int ReportCount { get; private set; }

        /// <summary>Looks at the clock.</summary>
        public void Run(long nowMilliseconds)
        {
            long utcSeconds = _meter.Clock.UtcSeconds;
            if (!_meter.Clock.IsSynchronised || utcSeconds == _tickedUtcSeconds)
            {
                return;
            }

            _tickedUtcSeconds = utcSeconds;
            _meter.Controller.Tick(utcSeconds);
            int slot = MarketSlot.Of(utcSeconds, _meter.SlotSeconds);
            if (slot != _startedSlot)
            {
                Change(slot, nowMilliseconds);
            }
        }

        private void Change(int slot, long nowMilliseconds)
        {
            int open = _meter.Journal.OpenSlot;
            if (slot < open || slot <= _meter.Journal.ReportedSlot)
            {
                // The clock was set back: what was reported stays reported, and the open slot goes on until its time comes again.
                return;
            }

            if (open > _meter.Journal.ReportedSlot && open < slot)
            {
                End(open, nowMilliseconds);
            }

            _startedSlot = slot;
            _meter.Journal.OpenSlot = slot;
            _meter.Controller.StartSlot(slot);
            if (slot != _meter.Journal.ReportedSlot + 1)
            {
                // After a restart the slot behind the last report counts as open; any other has to be in flash.
                _meter.Journal.Commit(nowMilliseconds);
            }
        }

        private void End(int slot, long nowMilliseconds)
        {
            _meter.Controller.EndSlot(slot, _report);
            _report.Faults = _meter.Faults.TakeSeen();
            _meter.Journal.Commit(nowMilliseconds);
            int length = _publisher.Encode(_report, _buffer);
            _meter.Outbox.Append(_buffer, length);
            _publisher.Mirror(_report);
            _meter.Journal.ReportedSlot = slot;
            ReportCount++;
        }
    }
}
