// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Metering;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>
    /// Readings that no broker has acknowledged, in flash: a ring of pages, oldest first. A page that is done is deleted, so that its blocks serve others; when the ring
    /// is full the oldest page gives way, and that is counted. Slot reports have pages of their own, which readings never take.
    /// </summary>
    public sealed class ReadingBacklog
    {
        /// <summary>Pages of the ring: more than 1440 readings, a day at one a minute.</summary>
        public const int Pages = 13;

        private readonly IRecordStore _store;
        private readonly FaultMemory _faults;
        private readonly string[] _names = new string[Pages];
        private readonly int[] _counts = new int[Pages];
        private readonly ReadingPage _page = new ReadingPage();
        private int _first;
        private int _head;
        private int _done;
        private bool _isTaken;

        /// <summary>An empty backlog; <see cref="Load"/> reads what flash holds.</summary>
        public ReadingBacklog(IRecordStore store, FaultMemory faults)
        {
            _store = store;
            _faults = faults;
            for (int i = 0; i < Pages; i++)
            {
                _names[i] = "readings-" + i.ToString();
            }
        }

        /// <summary>Readings that wait for an acknowledgement.</summary>
        public int Depth;

        /// <summary>Readings that gave way unacknowledged since start.</summary>
        public int LostCount;

        /// <summary>Reads the pages in flash.</summary>
        public void Load()
        {
            int[] serials = new int[Pages];
            for (int i = 0; i < Pages; i++)
            {
                _page.Load(_store, _names[i]);
                serials[i] = _page.Serial % Pages == i ? _page.Serial : -1;
                _counts[i] = _page.Count;
                _head = serials[i] > _head ? serials[i] : _head;
            }

            _first = _head;
            for (int i = 0; i < Pages; i++)
            {
                // A page that flash once refused to delete is older than the ring is long.
                bool isOurs = serials[i] >= 0 && serials[i] > _head - Pages;
                _first = isOurs && serials[i] < _first ? serials[i] : _first;
                _counts[i] = isOurs ? _counts[i] : 0;
                Depth += _counts[i];
            }
        }

        /// <summary>Puts a reading in and writes it to flash.</summary>
        public void Append(Reading reading)
        {
            Hold(_head);
            if (!_page.Add(reading, _store, NameOf(_head)))
            {
                BeginPage();
                _page.Add(reading, _store, NameOf(_head));
            }

            _counts[_head % Pages]++;
            Depth++;
        }

        /// <summary>Copies the oldest reading; <see cref="Acknowledge"/> then takes it out.</summary>
        /// <returns>False when none waits.</returns>
        public bool TryCopy(Reading into)
        {
            while (Depth > 0)
            {
                Hold(_first);
                if (_done < _page.Count)
                {
                    _page.Copy(_done, into);
                    _isTaken = true;
                    return true;
                }

                EndPage();
            }

            return false;
        }

        /// <summary>The reading that was copied last was acknowledged and leaves.</summary>
        public void Acknowledge()
        {
            // It may have given way meanwhile.
            if (_isTaken)
            {
                _isTaken = false;
                _done++;
                Depth--;
                if (_done == _counts[_first % Pages])
                {
                    EndPage();
                }
            }
        }

        private void BeginPage()
        {
            _head++;
            if (_head - _first == Pages)
            {
                Lose(_counts[_first % Pages] - _done);
                EndPage();
            }

            _page.Begin(_head);
        }

        // The first page is done. Behind the last one begins a new one.
        private void EndPage()
        {
            _store.Delete(NameOf(_first));
            _counts[_first % Pages] = 0;
            _isTaken = false;
            _done = 0;
            _first++;
            _head = _head < _first ? _first : _head;
        }

        private void Hold(int serial)
        {
            if (_page.Serial == serial)
            {
                return;
            }

            _page.Load(_store, NameOf(serial));
            if (_page.Serial != serial)
            {
                _page.Begin(serial);
            }

            // Flash had refused them, or does not give them back.
            Lose(_counts[serial % Pages] - _page.Count);
            _counts[serial % Pages] = _page.Count;
        }

        private void Lose(int count)
        {
            if (count > 0)
            {
                LostCount += count;
                Depth -= count;
                _faults.Note(FaultFlags.Outbox);
            }
        }

        private string NameOf(int serial)
        {
            return _names[serial % Pages];
        }
    }
}
