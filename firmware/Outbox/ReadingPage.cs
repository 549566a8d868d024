// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>Some readings, oldest first: what one record in flash holds, a block of 4096 bytes with its frame.</summary>
    internal sealed class ReadingPage
    {
        private const int Length = 4080;
        private const int SerialOffset = 0;
        private const int CountOffset = 4;
        private const int HeaderLength = 6;

        // Each number of a reading at its longest: eleven of up to 5 bytes, six of up to 8.
        private const int LongestReading = (11 * 5) + (6 * 8);

        private readonly byte[] _record = new byte[Length];
        private readonly DifferenceCoder _coder;
        private readonly Reading _skipped = new Reading();
        private int _next;

        public ReadingPage()
        {
            _coder = new DifferenceCoder(_record);
        }

        /// <summary>Running number of the page from 0; -1 for none.</summary>
        public int Serial = -1;

        /// <summary>Readings on it.</summary>
        public int Count;

        /// <summary>Begins an empty page.</summary>
        public void Begin(int serial)
        {
            Serial = serial;
            Count = 0;
            Rewind();
        }

        /// <summary>Reads the page from flash; without such a record it is none.</summary>
        public void Load(IRecordStore store, string name)
        {
            bool isPage = store.Read(name, _record) >= HeaderLength;
            Begin(isPage ? (int)Bytes.Get(_record, SerialOffset, 4) : -1);
            Count = isPage ? (int)Bytes.Get(_record, CountOffset, 2) : 0;
        }

        /// <summary>Adds a reading behind the others and writes the page to flash.</summary>
        /// <returns>False when there is no room for another one.</returns>
        public bool Add(Reading reading, IRecordStore store, string name)
        {
            SkipTo(Count);
            if (_coder.Offset > Length - LongestReading)
            {
                return false;
            }

            _coder.Code(reading, true);
            _next++;
            Count++;
            Bytes.Put(_record, SerialOffset, Serial, 4);
            Bytes.Put(_record, CountOffset, Count, 2);
            store.Write(name, _record, _coder.Offset);
            return true;
        }

        /// <summary>Copies a reading.</summary>
        public void Copy(int index, Reading into)
        {
            SkipTo(index);
            _coder.Code(into, false);
            _next++;
        }

        private void SkipTo(int index)
        {
            if (_next > index)
            {
                Rewind();
            }

            while (_next < index)
            {
                _coder.Code(_skipped, false);
                _next++;
            }
        }

        private void Rewind()
        {
            _next = 0;
            _coder.Begin(HeaderLength);
        }
    }
}
