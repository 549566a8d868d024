// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Hal;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>Some messages of the outbox: what one record in flash holds.</summary>
    internal sealed class OutboxPage
    {
        /// <summary>Messages on a page.</summary>
        public const int Entries = 54;

        /// <summary>The longest message in bytes.</summary>
        public const int LongestMessage = EntryLength - 1;

        private const int SerialOffset = 0;
        private const int PendingOffset = 4;
        private const int CountOffset = 12;
        private const int BidSequenceOffset = 13;
        private const int ReportSequenceOffset = 17;
        private const int ReportedOffset = 21;
        private const int HeaderLength = ReportedOffset + ReportedSlots.RecordLength;

        // A slot report with every number at its longest, and its length.
        private const int EntryLength = 73;

        private readonly ReportedSlots _reported;
        private readonly byte[] _record = new byte[HeaderLength + (Entries * EntryLength)];

        /// <summary>A page that is written and read with the slots that were reported, so that a report and the note of it reach flash in one write; or with null without.</summary>
        public OutboxPage(ReportedSlots reported)
        {
            _reported = reported;
        }

        /// <summary>Running number of the page from 0; -1 for none.</summary>
        public int Serial = -1;

        /// <summary>Messages on it.</summary>
        public int Count;

        /// <summary>One bit for each message that waited for its acknowledgement when the page was written.</summary>
        public long Pending;

        /// <summary>Sequence of the last bid when the page was written.</summary>
        public int BidSequence;

        /// <summary>Sequence of the last slot report when the page was written.</summary>
        public int ReportSequence;

        /// <summary>Begins an empty page.</summary>
        public void Begin(int serial)
        {
            Serial = serial;
            Count = 0;
            Pending = 0;
        }

        /// <summary>Adds a message. The caller looked for room.</summary>
        public void Add(byte[] message, int length)
        {
            int offset = OffsetOf(Count);
            _record[offset] = (byte)length;
            Array.Copy(message, 0, _record, offset + 1, length);
            Count++;
        }

        /// <summary>Copies a message and returns its length.</summary>
        public int Copy(int index, byte[] into)
        {
            int offset = OffsetOf(index);
            Array.Copy(_record, offset + 1, into, 0, _record[offset]);
            return _record[offset];
        }

        /// <summary>Writes the page to flash.</summary>
        public void Save(IRecordStore store, string name)
        {
            _reported?.Save(_record, ReportedOffset);
            Bytes.Put(_record, SerialOffset, Serial, 4);
            Bytes.Put(_record, PendingOffset, Pending, 8);
            _record[CountOffset] = (byte)Count;
            Bytes.Put(_record, BidSequenceOffset, BidSequence, 4);
            Bytes.Put(_record, ReportSequenceOffset, ReportSequence, 4);
            store.Write(name, _record, OffsetOf(Count));
        }

        /// <summary>Reads the page from flash.</summary>
        /// <returns>False, and the page is none, when there is no such record or it is not a page.</returns>
        public bool Load(IRecordStore store, string name)
        {
            int length = store.Read(name, _record);
            bool isPage = length >= HeaderLength && _record[CountOffset] <= Entries && length == OffsetOf(_record[CountOffset]);
            for (int i = 0; isPage && i < _record[CountOffset]; i++)
            {
                isPage = _record[OffsetOf(i)] <= LongestMessage;
            }

            Serial = isPage ? (int)Bytes.Get(_record, SerialOffset, 4) : -1;
            Pending = isPage ? Bytes.Get(_record, PendingOffset, 8) : 0;
            Count = isPage ? _record[CountOffset] : 0;
            BidSequence = (int)Bytes.Get(_record, BidSequenceOffset, 4);
            ReportSequence = (int)Bytes.Get(_record, ReportSequenceOffset, 4);
            if (isPage)
            {
                _reported?.Restore(_record, ReportedOffset);
            }

            return isPage;
        }

        private static int OffsetOf(int index)
        {
            return HeaderLength + (index * EntryLength);
        }
    }
}
