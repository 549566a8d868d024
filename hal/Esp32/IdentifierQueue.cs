// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>MQTT packet identifiers between the network's thread and the step loop. It has room for more than can be in flight.</summary>
    internal sealed class IdentifierQueue
    {
        private readonly int[] _identifiers;
        private int _first;
        private int _count;

        public IdentifierQueue(int capacity)
        {
            _identifiers = new int[capacity];
        }

        public void Put(int identifier)
        {
            lock (_identifiers)
            {
                if (_count < _identifiers.Length)
                {
                    _identifiers[(_first + _count) % _identifiers.Length] = identifier;
                    _count++;
                }
            }
        }

        /// <summary>The oldest identifier, or 0.</summary>
        public int Take()
        {
            lock (_identifiers)
            {
                if (_count == 0)
                {
                    return 0;
                }

                int identifier = _identifiers[_first];
                _first = (_first + 1) % _identifiers.Length;
                _count--;
                return identifier;
            }
        }

        public void Clear()
        {
            lock (_identifiers)
            {
                _count = 0;
            }
        }
    }
}
