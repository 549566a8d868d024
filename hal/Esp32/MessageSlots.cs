// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Received messages between the network's thread and the step loop: a bounded queue whose buffers exist before the first message comes.</summary>
    internal sealed class MessageSlots
    {
        private readonly byte[][] _payloads;
        private readonly int[] _lengths;
        private readonly string[] _topics;
        private readonly int _longest;
        private int _first;
        private int _count;

        public MessageSlots(int slots, int longest)
        {
            _payloads = new byte[slots][];
            _lengths = new int[slots];
            _topics = new string[slots];
            _longest = longest;
            for (int i = 0; i < slots; i++)
            {
                _payloads[i] = new byte[longest];
            }
        }

        public int DroppedCount;

        public void Put(string topic, byte[] payload)
        {
            lock (_payloads)
            {
                if (_count == _payloads.Length || payload.Length > _longest)
                {
                    DroppedCount++;
                    return;
                }

                int slot = (_first + _count) % _payloads.Length;
                Array.Copy(payload, 0, _payloads[slot], 0, payload.Length);
                _lengths[slot] = payload.Length;
                _topics[slot] = topic;
                _count++;
            }
        }

        /// <summary>Takes the oldest: its length, -1 when none waits, -2 when it did not fit into the buffer and was dropped.</summary>
        public int Take(byte[] buffer, out string topic)
        {
            lock (_payloads)
            {
                topic = null;
                if (_count == 0)
                {
                    return -1;
                }

                int slot = _first;
                _first = (_first + 1) % _payloads.Length;
                _count--;
                if (_lengths[slot] > buffer.Length)
                {
                    DroppedCount++;
                    return -2;
                }

                Array.Copy(_payloads[slot], 0, buffer, 0, _lengths[slot]);
                topic = _topics[slot];
                _topics[slot] = null;
                return _lengths[slot];
            }
        }
    }
}
