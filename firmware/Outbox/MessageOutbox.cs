// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Journal;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>
    /// Bids and slot reports in flash until they are acknowledged. A ring of pages: each append writes one page; acknowledgements are written along with the next append
    /// or when a page is done, so after a power cut a message may be sent again (receivers know it by its sequence), but none is lost.
    /// When the ring is full the oldest page gives way, and that is counted.
    /// </summary>
    public sealed class MessageOutbox
    {
        /// <summary>Pages of the ring: 648 messages, more than six days of slot reports.</summary>
        public const int Pages = 12;

        private readonly IRecordStore _store;
        private readonly SequenceCounters _counters;
        private readonly FaultMemory _faults;
        private readonly string[] _names = new string[Pages];
        private readonly long[] _pending = new long[Pages];
        private readonly OutboxPage _head;
        private readonly OutboxPage _older = new OutboxPage(null);

        /// <summary>An empty outbox; <see cref="Load"/> reads what flash holds.</summary>
        public MessageOutbox(IRecordStore store, SequenceCounters counters, FaultMemory faults)
        {
            _store = store;
            _counters = counters;
            _faults = faults;
            _head = new OutboxPage(Reported);
            for (int i = 0; i < Pages; i++)
            {
                _names[i] = "outbox-" + i.ToString();
            }

            _head.Begin(0);
        }

        /// <summary>Messages that wait for an acknowledgement.</summary>
        public int Depth;

        /// <summary>Messages that gave way unacknowledged since start.</summary>
        public int LostCount;

        /// <summary>The slots whose reports were put in.</summary>
        public readonly ReportedSlots Reported = new ReportedSlots();

        /// <summary>The number that the next message will get; numbers rise by one.</summary>
        public int NextNumber
        {
            get { return (_head.Serial * OutboxPage.Entries) + _head.Count; }
        }

        private int FirstNumber
        {
            get { return _head.Serial < Pages ? 0 : (_head.Serial - Pages + 1) * OutboxPage.Entries; }
        }

        /// <summary>Reads the pages in flash.</summary>
        public void Load()
        {
            int[] serials = new int[Pages];
            int newest = -1;
            for (int i = 0; i < Pages; i++)
            {
                _older.Load(_store, _names[i]);
                serials[i] = _older.Serial % Pages == i ? _older.Serial : -1;
                _pending[i] = _older.Pending;
                newest = serials[i] > newest ? serials[i] : newest;
            }

            if (newest < 0)
            {
                return;
            }

            if (!_head.Load(_store, NameOf(newest)))
            {
                _head.Begin(newest);
                _pending[newest % Pages] = 0;
            }

            _counters.Raise(MessageType.Bid, _head.BidSequence);
            _counters.Raise(MessageType.SlotReport, _head.ReportSequence);
            for (int i = 0; i < Pages; i++)
            {
                // A page that a power cut kept from being overwritten is older than the ring is long.
                _pending[i] = serials[i] >= 0 && serials[i] > newest - Pages ? _pending[i] : 0;
                Depth += BitCount(_pending[i]);
            }
        }

        /// <summary>Puts a message in and writes it to flash.</summary>
        /// <returns>Its number, or -1 when it is too long. When flash refuses it, it is sent all the same.</returns>
        public int Append(byte[] message, int length)
        {
            if (length <= 0 || length > OutboxPage.LongestMessage)
            {
                return -1;
            }

            if (_head.Count == OutboxPage.Entries)
            {
                BeginPage();
            }

            int number = NextNumber;
            AddPending(number);
            _head.Add(message, length);
            _head.Pending = _pending[_head.Serial % Pages];
            _head.BidSequence = _counters.Last(MessageType.Bid);
            _head.ReportSequence = _counters.Last(MessageType.SlotReport);
            _head.Save(_store, NameOf(_head.Serial));
            return number;
        }

        /// <summary>True for a number that waits for its acknowledgement.</summary>
        public bool IsPending(int number)
        {
            return number >= FirstNumber && number < NextNumber && (_pending[IndexOf(number)] & BitOf(number)) != 0;
        }

        /// <summary>The first pending number from <paramref name="number"/> on, or -1.</summary>
        public int FindPending(int number)
        {
            for (int i = number < FirstNumber ? FirstNumber : number; i < NextNumber; i++)
            {
                long pending = _pending[IndexOf(i)];
                if ((pending & BitOf(i)) != 0)
                {
                    return i;
                }

                // A page that is done is passed over whole: this runs in every step.
                i = pending == 0 ? i + OutboxPage.Entries - 1 - (i % OutboxPage.Entries) : i;
            }

            return -1;
        }

        /// <summary>Copies a message that is still in the ring.</summary>
        /// <returns>Its length, or 0 when flash gave it back no more.</returns>
        public int Copy(int number, byte[] into)
        {
            OutboxPage page = PageOf(number);
            return page == null || number % OutboxPage.Entries >= page.Count ? 0 : page.Copy(number % OutboxPage.Entries, into);
        }

        /// <summary>Puts the slot reports from a sequence on into the queue once more, as far as the ring still has them.</summary>
        /// <returns>How many there are that did not wait anyhow.</returns>
        public int Replay(int sequence)
        {
            SlotReport report = new SlotReport();
            byte[] message = new byte[OutboxPage.LongestMessage];
            int count = 0;
            for (int number = FirstNumber; number < NextNumber; number++)
            {
                bool isReport = !IsPending(number)
                    && MessageCodec.Decode(message, 0, Copy(number, message), report) == RefusalReason.Taken
                    && report.Sequence >= sequence;
                if (isReport)
                {
                    // Not written to flash: after a restart the market asks again.
                    AddPending(number);
                    count++;
                }
            }

            return count;
        }

        /// <summary>A message was acknowledged and leaves.</summary>
        public void Acknowledge(int number)
        {
            if (!IsPending(number))
            {
                return;
            }

            Depth--;
            _pending[IndexOf(number)] &= ~BitOf(number);
            if (_pending[IndexOf(number)] == 0 && number / OutboxPage.Entries != _head.Serial)
            {
                SaveDone(number);
            }
        }

        private void AddPending(int number)
        {
            Depth++;
            _pending[IndexOf(number)] |= BitOf(number);
        }

        private void BeginPage()
        {
            // What was acknowledged on the full page since its last write is written when the page is done.
            int full = NextNumber - 1;
            _head.Begin(_head.Serial + 1);
            if (_pending[IndexOf(full)] == 0)
            {
                SaveDone(full);
            }

            int lost = BitCount(_pending[_head.Serial % Pages]);
            _pending[_head.Serial % Pages] = 0;
            LostCount += lost;
            Depth -= lost;
            _faults.Set(FaultFlags.Outbox, lost > 0);
        }

        private void SaveDone(int number)
        {
            OutboxPage page = PageOf(number);
            if (page != null)
            {
                page.Pending = 0;
                page.Save(_store, NameOf(page.Serial));
            }
        }

        private OutboxPage PageOf(int number)
        {
            int serial = number / OutboxPage.Entries;
            if (serial == _head.Serial)
            {
                return _head;
            }

            if (_older.Serial != serial)
            {
                _older.Load(_store, NameOf(serial));
            }

            return _older.Serial == serial ? _older : null;
        }

        private string NameOf(int serial)
        {
            return _names[serial % Pages];
        }

        private static int IndexOf(int number)
        {
            return number / OutboxPage.Entries % Pages;
        }

        private static long BitOf(int number)
        {
            return 1L << (number % OutboxPage.Entries);
        }

        private static int BitCount(long bits)
        {
            int count = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                count++;
            }

            return count;
        }
    }
}
