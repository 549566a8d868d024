// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Journal
{
    /// <summary>The sequence of each type of message that this meter sends.</summary>
    public sealed class SequenceCounters
    {
        /// <summary>Length of the saved counters in bytes.</summary>
        public const int RecordLength = (int)MessageType.Acknowledgement * CounterLength;

        private const int CounterLength = 4;

        private readonly int[] _last = new int[(int)MessageType.Acknowledgement + 1];

        /// <summary>The sequence of the last message of a type, 0 before the first.</summary>
        public int Last(MessageType type)
        {
            return _last[(int)type];
        }

        /// <summary>The sequence for the next message of a type.</summary>
        public int Next(MessageType type)
        {
            // After 2147483647 it begins anew; receivers see a birth at most a few decades apart from it.
            _last[(int)type] = _last[(int)type] == int.MaxValue ? 1 : _last[(int)type] + 1;
            return _last[(int)type];
        }

        /// <summary>Raises the counter of a type that is known to have come further.</summary>
        public void Raise(MessageType type, int last)
        {
            if (last > _last[(int)type])
            {
                _last[(int)type] = last;
            }
        }

        /// <summary>Writes all counters.</summary>
        public void Save(byte[] buffer, int offset)
        {
            for (int i = 1; i < _last.Length; i++)
            {
                Bytes.Put(buffer, offset + ((i - 1) * CounterLength), _last[i], CounterLength);
            }
        }

        /// <summary>Takes saved counters, each raised by what may have been sent since. Those of bids and slot reports are exact: the outbox keeps them too.</summary>
        public void Restore(byte[] buffer, int offset, int margin)
        {
            for (int i = 1; i < _last.Length; i++)
            {
                int last = (int)Bytes.Get(buffer, offset + ((i - 1) * CounterLength), CounterLength);
                bool isExact = i == (int)MessageType.Bid || i == (int)MessageType.SlotReport || last <= 0 || last > int.MaxValue - margin;
                _last[i] = isExact ? last : last + margin;
            }
        }
    }
}
