// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Network;
using Prosumeter.Firmware.Outbox;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Firmware
{
    /// <summary>
    /// Starts and ends slots by the civil clock. Each slot is reported once: registers are committed first, then the report goes into the outbox, so after a power cut
    /// between the two the slot is still open in the journal and is reported at the next start. A slot that was reported is never opened again, however the clock
    /// steps; one that was begun in a future that was none is given up, and its energy is in the next report.
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
        public int ReportCount;

        /// <summary>True while the clock says a slot that was reported already: it was set back, or was ahead before.</summary>
        public bool IsClockBehind;

        /// <summary>Looks at the clock.</summary>
        public void Run(long nowMilliseconds)
        {
            long utcSeconds = _meter.Clock.UtcSeconds;
            if (utcSeconds == _tickedUtcSeconds)
            {
                return;
            }

            _tickedUtcSeconds = utcSeconds;
            if (!_meter.Clock.IsSynchronised)
            {
                // An award is obeyed in its slot only, and nobody knows which slot this is.
                _meter.Controller.Suspend();
                return;
            }

            _meter.Controller.Tick(utcSeconds);
            int slot = MarketSlot.Of(utcSeconds, _meter.SlotSeconds);
            bool isReported = _meter.Outbox.Reported.Contains(slot);
            if (isReported != IsClockBehind)
            {
                IsClockBehind = isReported;
                _meter.Log.Add(isReported ? "clock set back, slot was reported" : "clock in a new slot", slot);
            }

            if (slot != _startedSlot && !isReported)
            {
                Change(slot, nowMilliseconds);
            }
        }

        private void Change(int slot, long nowMilliseconds)
        {
            ReportedSlots reported = _meter.Outbox.Reported;
            int open = _meter.Journal.OpenSlot;
            if (open >= 0 && slot != open && slot != open + 1)
            {
                // At start it was the supply that was away.
                _meter.Faults.Note(_startedSlot == None && slot > open ? FaultFlags.SamplingGap : FaultFlags.Clock);
                _meter.Log.Add("slots left out", slot - open);
            }

            if (open >= 0 && open < slot && !reported.Contains(open))
            {
                End(open, nowMilliseconds);
            }

            _startedSlot = slot;
            _meter.Journal.OpenSlot = slot;
            _meter.Controller.StartSlot(slot);
            if (slot != reported.Latest + 1)
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
            _meter.Outbox.Reported.Add(slot);
            _meter.Outbox.Append(_buffer, length);
            _publisher.Mirror(_report);
            ReportCount++;
        }
    }
}
