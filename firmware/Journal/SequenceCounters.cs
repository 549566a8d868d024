// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Journal
{
    /// <summary>
    /// The sequence of each type of message that this meter sends. Those of bids and slot reports go on exactly after a restart, as the outbox keeps them with the messages;
    /// the others are reserved in flash a thousand at a time, so after a restart they jump but never repeat.
    /// </summary>
    public sealed class SequenceCounters
    {
        private const string RecordName = "sequences";
        private const int RecordLength = 4;
        private const int Reserve = 1000;

        private readonly IRecordStore _store;
        private readonly int[] _last = new int[(int)MessageType.Acknowledgement + 1];
        private readonly byte[] _record = new byte[RecordLength];
        private int _reserved;

        /// <summary>Counters that go on behind what flash holds as reserved.</summary>
        public SequenceCounters(IRecordStore store)
        {
            _store = store;
            if (store.Read(RecordName, _record) == RecordLength)
            {
                _reserved = (int)Bytes.Get(_record, 0, RecordLength);
            }

            for (int i = 1; i < _last.Length; i++)
            {
                _last[i] = IsExact((MessageType)i) ? 0 : _reserved;
            }
        }

        /// <summary>The sequence of the last message of a type, 0 before the first.</summary>
        public int Last(MessageType type)
        {
            return _last[(int)type];
        }

        /// <summary>The sequence for the next message of a type.</summary>
        public int Next(MessageType type)
        {
            int next = _last[(int)type] + 1;
            _last[(int)type] = next;
            if (!IsExact(type) && next > _reserved)
            {
                _reserved = next + Reserve;
                Bytes.Put(_record, 0, _reserved, RecordLength);
                _store.Write(RecordName, _record, RecordLength);
            }

            return next;
        }

        /// <summary>Raises the counter of a type that is known to have come further.</summary>
        public void Raise(MessageType type, int last)
        {
            if (last > _last[(int)type])
            {
                _last[(int)type] = last;
            }
        }

        private static bool IsExact(MessageType type)
        {
            return type == MessageType.Bid || type == MessageType.SlotReport;
        }
    }
}
