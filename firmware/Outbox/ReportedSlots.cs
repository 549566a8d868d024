// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Wire;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>
    /// Which slots were reported, as a few ranges: a clock that was wrong for a while leaves a range of its own, so that no slot is reported twice and none is
    /// taken for reported that was not. When there is no range left for a new one, the two that lie nearest become one and what is between them counts as reported.
    /// </summary>
    public sealed class ReportedSlots
    {
        /// <summary>Length of the record in bytes.</summary>
        public const int RecordLength = (2 * Ranges * 4) + 4;

        private const int Ranges = 6;
        private const int None = -1;

        // Ordered; the ranges that are not used stand at the end.
        private readonly int[] _first = new int[Ranges + 1];
        private readonly int[] _last = new int[Ranges + 1];
        private int _count;

        /// <summary>The slot that was reported last, -1 before the first. After the clock was set back there are higher ones.</summary>
        public int Latest = None;

        /// <summary>True for a slot that was reported.</summary>
        public bool Contains(int slot)
        {
            for (int i = 0; i < _count; i++)
            {
                if (slot >= _first[i] && slot <= _last[i])
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Notes a slot as reported.</summary>
        public void Add(int slot)
        {
            Latest = slot;
            if (Contains(slot))
            {
                return;
            }

            int place = 0;
            while (place < _count && _last[place] < slot - 1)
            {
                place++;
            }

            if (place < _count && _first[place] <= slot + 1)
            {
                Extend(place, slot);
            }
            else
            {
                Insert(place, slot);
            }
        }

        /// <summary>Writes the record.</summary>
        public void Save(byte[] buffer, int offset)
        {
            Bytes.Put(buffer, offset, Latest, 4);
            for (int i = 0; i < Ranges; i++)
            {
                bool isUsed = i < _count;
                Bytes.Put(buffer, offset + 4 + (8 * i), isUsed ? _first[i] : None, 4);
                Bytes.Put(buffer, offset + 8 + (8 * i), isUsed ? _last[i] : None, 4);
            }
        }

        /// <summary>Reads the record.</summary>
        public void Restore(byte[] buffer, int offset)
        {
            Latest = (int)Bytes.Get(buffer, offset, 4);
            _count = 0;
            for (int i = 0; i < Ranges; i++)
            {
                _first[i] = (int)Bytes.Get(buffer, offset + 4 + (8 * i), 4);
                _last[i] = (int)Bytes.Get(buffer, offset + 8 + (8 * i), 4);
                _count += _first[i] >= 0 ? 1 : 0;
            }
        }

        private void Extend(int place, int slot)
        {
            _first[place] = slot < _first[place] ? slot : _first[place];
            _last[place] = slot > _last[place] ? slot : _last[place];
            if (place + 1 < _count && _first[place + 1] == _last[place] + 1)
            {
                Merge(place);
            }
        }

        private void Insert(int place, int slot)
        {
            for (int i = _count; i > place; i--)
            {
                _first[i] = _first[i - 1];
                _last[i] = _last[i - 1];
            }

            _first[place] = slot;
            _last[place] = slot;
            _count++;
            if (_count > Ranges)
            {
                MergeNearest();
            }
        }

        private void MergeNearest()
        {
            int nearest = 0;
            for (int i = 1; i < _count - 1; i++)
            {
                nearest = _first[i + 1] - _last[i] < _first[nearest + 1] - _last[nearest] ? i : nearest;
            }

            Merge(nearest);
        }

        private void Merge(int place)
        {
            _last[place] = _last[place + 1];
            _count--;
            for (int i = place + 1; i < _count; i++)
            {
                _first[i] = _first[i + 1];
                _last[i] = _last[i + 1];
            }
        }
    }
}
