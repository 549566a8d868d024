// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;

namespace Prosumeter.Firmware
{
    /// <summary>The latest events in memory, for the console. An entry is a text that exists already and a number, so adding one allocates nothing.</summary>
    public sealed class EventLog
    {
        /// <summary>How many events are kept.</summary>
        public const int Capacity = 32;

        private readonly IClock _clock;
        private readonly long[] _milliseconds = new long[Capacity];
        private readonly string[] _texts = new string[Capacity];
        private readonly int[] _values = new int[Capacity];

        /// <summary>An empty log.</summary>
        public EventLog(IClock clock)
        {
            _clock = clock;
        }

        /// <summary>How many events there were since start; the last <see cref="Capacity"/> of them are kept.</summary>
        public int TotalCount;

        /// <summary>The first event that is still kept, counted from 0.</summary>
        public int First
        {
            get { return TotalCount > Capacity ? TotalCount - Capacity : 0; }
        }

        /// <summary>Adds an event; the oldest goes when there is no room.</summary>
        public void Add(string text, int value)
        {
            int slot = TotalCount % Capacity;
            _milliseconds[slot] = _clock.MonotonicMilliseconds;
            _texts[slot] = text;
            _values[slot] = value;
            TotalCount++;
        }

        /// <summary>When an event was, in ms since start.</summary>
        public long MillisecondsAt(int index)
        {
            return _milliseconds[index % Capacity];
        }

        /// <summary>What an event was.</summary>
        public string TextAt(int index)
        {
            return _texts[index % Capacity];
        }

        /// <summary>The number that belongs to an event.</summary>
        public int ValueAt(int index)
        {
            return _values[index % Capacity];
        }
    }
}
