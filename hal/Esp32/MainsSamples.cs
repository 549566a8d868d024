// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>One channel of an AC measurement: converter codes and when each conversion began. Filled anew for every measurement; allocates nothing then.</summary>
    internal sealed class MainsSamples
    {
        private readonly int[] _microseconds;
        private readonly short[] _codes;

        public MainsSamples(int capacity)
        {
            _microseconds = new int[capacity];
            _codes = new short[capacity];
        }

        public int Count;

        public void Clear()
        {
            Count = 0;
        }

        /// <summary>Adds a sample; times must rise. Without room it is dropped.</summary>
        public void Add(int microseconds, int code)
        {
            if (Count < _codes.Length)
            {
                _microseconds[Count] = microseconds;
                _codes[Count] = (short)code;
                Count++;
            }
        }

        public int TimeAt(int index)
        {
            return _microseconds[index];
        }

        public int CodeAt(int index)
        {
            return _codes[index];
        }

        /// <summary>Time that a sample stands for: half the way to its neighbours.</summary>
        public int SpacingAt(int index)
        {
            int before = index > 0 ? index - 1 : 0;
            int after = index < Count - 1 ? index + 1 : index;
            return (_microseconds[after] - _microseconds[before]) / 2;
        }

        /// <summary>True when a converter repeats one code that is not about zero: AC never does.</summary>
        public bool IsStuck()
        {
            const int AboutZero = 16;
            for (int i = 1; i < Count; i++)
            {
                if (_codes[i] != _codes[0])
                {
                    return false;
                }
            }

            return Count > 0 && (_codes[0] > AboutZero || _codes[0] < -AboutZero);
        }

        /// <summary>Unweighted mean of all codes.</summary>
        public int Mean()
        {
            int sum = 0;
            for (int i = 0; i < Count; i++)
            {
                sum += _codes[i];
            }

            return Count > 0 ? sum / Count : 0;
        }
    }
}
