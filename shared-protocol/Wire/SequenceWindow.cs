// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Wire
{
    /// <summary>
    /// What a receiver remembers of one sender and type: the highest sequence taken and which of the 64 up to it came.
    /// Repeats are refused, gaps are seen and can be asked for, a late one that fills a gap is taken.
    /// </summary>
    public sealed class SequenceWindow
    {
        /// <summary>How many sequences back the window remembers.</summary>
        public const int Width = 64;

        private int _highest = -1;
        private ulong _taken;
        private bool _hasTaken;
        private int _missingCount;
        private long _lostCount;

        /// <summary>The highest sequence taken, -1 before the first.</summary>
        public int Highest
        {
            get { return _highest; }
        }

        /// <summary>How many of the sequences between the first one taken and the highest have not come and can still be taken.</summary>
        public int MissingCount
        {
            get { return _missingCount; }
        }

        /// <summary>How many left the window without having come: they are lost to this receiver unless replayed by other means.</summary>
        public long LostCount
        {
            get { return _lostCount; }
        }

        /// <summary>The lowest sequence that is missing and can still be taken, or -1: from here on a replay is asked for.</summary>
        public int LowestMissing
        {
            get
            {
                for (int age = Width - 1; age > 0 && MissingCount > 0; age--)
                {
                    if ((_taken & (1UL << age)) == 0)
                    {
                        return _highest - age;
                    }
                }

                return -1;
            }
        }

        /// <summary>Judges a sequence.</summary>
        /// <returns><see cref="RefusalReason.Taken"/>; <see cref="RefusalReason.Repeated"/>; <see cref="RefusalReason.FromPast"/> when it is older than the window; <see cref="RefusalReason.OutOfRange"/> below 0.</returns>
        public RefusalReason Accept(int sequence)
        {
            if (sequence < 0)
            {
                return RefusalReason.OutOfRange;
            }

            if (!_hasTaken)
            {
                Begin(sequence);
                return RefusalReason.Taken;
            }

            return sequence > _highest ? Advance(sequence) : AcceptLate(_highest - sequence);
        }

        /// <summary>Forgets everything, as when a birth says that the sender has begun anew.</summary>
        public void Reset()
        {
            _hasTaken = false;
            _highest = -1;
            _taken = 0;
            _missingCount = 0;
            _lostCount = 0;
        }

        // What lies before the first one taken was not for this receiver: it counts as taken.
        private void Begin(int sequence)
        {
            _hasTaken = true;
            _highest = sequence;
            _taken = ulong.MaxValue;
        }

        private RefusalReason Advance(int sequence)
        {
            int step = sequence - _highest;
            int lost = 0;
            for (int age = Width - 1; age >= 0 && age >= Width - step; age--)
            {
                lost += (_taken & (1UL << age)) == 0 ? 1 : 0;
            }

            int beyond = step > Width ? step - Width : 0;
            _lostCount += lost + beyond;
            _missingCount += step - 1 - lost - beyond;
            _taken = step < Width ? (_taken << step) | 1UL : 1UL;
            _highest = sequence;
            return RefusalReason.Taken;
        }

        private RefusalReason AcceptLate(int age)
        {
            if (age >= Width)
            {
                return RefusalReason.FromPast;
            }

            ulong bit = 1UL << age;
            if ((_taken & bit) != 0)
            {
                return RefusalReason.Repeated;
            }

            _taken |= bit;
            _missingCount--;
            return RefusalReason.Taken;
        }
    }
}
