// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Network
{
    /// <summary>
    /// How long to wait before the next attempt: doubling from 1 s to 8 s, of which a random half is taken off, so that a cluster does not come back in step
    /// after its broker was away.
    /// </summary>
    public sealed class BackOff
    {
        private const int ShortestMilliseconds = 1000;
        private const int LongestMilliseconds = 8000;

        private uint _random;
        private int _milliseconds = ShortestMilliseconds;

        /// <summary>A back-off; meters with different seeds wait differently.</summary>
        public BackOff(int seed)
        {
            _random = (uint)seed;
        }

        /// <summary>The wait before the next attempt in ms; the one after it is longer.</summary>
        public int Next()
        {
            // Numerical Recipes, "quick and dirty" generator: the high bits are good enough to part meters.
            _random = (_random * 1664525) + 1013904223;
            int half = _milliseconds / 2;
            int wait = half + (int)((_random >> 16) * half / 65536);
            _milliseconds = _milliseconds * 2 > LongestMilliseconds ? LongestMilliseconds : _milliseconds * 2;
            return wait;
        }

        /// <summary>The last attempt was good: begin with the shortest wait again.</summary>
        public void Reset()
        {
            _milliseconds = ShortestMilliseconds;
        }
    }
}
