// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Wire;

namespace Prosumeter.Policy
{
    /// <summary>
    /// Action values of the 96 quarter-hours of a day, two actions each, in Q16.16: eq. (6) of Saukh, Papst and Saukh read as the standard one-step update
    /// Q(k,a) = Q(k,a) + alpha (r + gamma max Q(k+1,.) - Q(k,a)). The day ends with slot 95: nothing follows it.
    /// </summary>
    public sealed class QTable
    {
        /// <summary>Slots of a day.</summary>
        public const int Slots = 96;

        /// <summary>1 in Q16.16.</summary>
        public const int One = 1 << 16;

        /// <summary>Length of an exported table in bytes: "PQ", version, slots, values slot by slot (friendly, sync), CRC-32 of all before it.</summary>
        public const int ExportLength = HeadLength + (Slots * Actions * ValueLength) + Crc32.Length;

        private const int Actions = 2;
        private const int ValueLength = 4;
        private const int HeadLength = 4;
        private const int Head = ('P' << 24) | ('Q' << 16) | (Version << 8) | Slots;
        private const int Version = 1;

        private readonly int[] _values = new int[Slots * Actions];

        /// <summary>The value of an action; 0 for a slot or action that is none.</summary>
        public int Value(int slot, PolicyAction action)
        {
            return IsCell(slot, action) ? _values[(slot * Actions) + (int)action] : 0;
        }

        /// <summary>The better action; friendly when both are worth the same.</summary>
        public PolicyAction Best(int slot)
        {
            return Value(slot, PolicyAction.Sync) > Value(slot, PolicyAction.Friendly) ? PolicyAction.Sync : PolicyAction.Friendly;
        }

        /// <summary>By how much sync is worth more than friendly, kept within 32 bits.</summary>
        public int Advantage(int slot)
        {
            return Saturated((long)Value(slot, PolicyAction.Sync) - Value(slot, PolicyAction.Friendly));
        }

        /// <summary>Learns from one slot. A slot or action that is none changes nothing.</summary>
        /// <param name="slot">Quarter-hour of the day, 0 to 95.</param>
        /// <param name="action">What was done in it.</param>
        /// <param name="rewardQ16">What it brought, Q16.16.</param>
        /// <param name="alphaQ16">Learning rate, 0 to <see cref="One"/>.</param>
        /// <param name="gammaQ16">Discount, 0 to <see cref="One"/>.</param>
        public void Update(int slot, PolicyAction action, int rewardQ16, int alphaQ16, int gammaQ16)
        {
            if (IsCell(slot, action))
            {
                // 0 after the last slot.
                int following = Value(slot + 1, Best(slot + 1));
                int cell = (slot * Actions) + (int)action;
                _values[cell] = Next(_values[cell], rewardQ16, following, alphaQ16, gammaQ16);
            }
        }

        /// <summary>
        /// The update as a pure function: old + alpha (reward + gamma maxNext - old) in Q16.16. Both products are kept in 64 bits, each is rounded
        /// to the nearest 1/65536 with halves towards plus infinity ((x + 0x8000) &gt;&gt; 16), and the result is kept within 32 bits.
        /// </summary>
        /// <param name="old">Present value.</param>
        /// <param name="rewardQ16">Reward.</param>
        /// <param name="maxNextQ16">Best value of the slot that follows, 0 after the last.</param>
        /// <param name="alphaQ16">Learning rate; outside 0 to <see cref="One"/> it counts as the nearest in it.</param>
        /// <param name="gammaQ16">Discount; likewise.</param>
        public static int Next(int old, int rewardQ16, int maxNextQ16, int alphaQ16, int gammaQ16)
        {
            long target = rewardQ16 + Product(maxNextQ16, gammaQ16);
            return Saturated(old + Product(target - old, alphaQ16));
        }

        /// <summary>Writes the table to the begin of a buffer.</summary>
        /// <returns><see cref="ExportLength"/>, or 0 when the buffer is shorter.</returns>
        public int Export(byte[] buffer)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (buffer.Length < ExportLength)
            {
                return 0;
            }

            Bytes.Put(buffer, 0, Head, HeadLength);
            for (int i = 0; i < _values.Length; i++)
            {
                Bytes.Put(buffer, HeadLength + (i * ValueLength), _values[i], ValueLength);
            }

            int covered = ExportLength - Crc32.Length;
            Bytes.Put(buffer, covered, Crc32.Of(buffer, 0, covered), Crc32.Length);
            return ExportLength;
        }

        /// <summary>Takes a table from the begin of a buffer, all or nothing.</summary>
        /// <returns>Why it was refused; the table is then unchanged.</returns>
        public RefusalReason Import(byte[] buffer, int length)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            RefusalReason reason = Check(buffer, length);
            for (int i = 0; reason == RefusalReason.Taken && i < _values.Length; i++)
            {
                _values[i] = (int)Bytes.Get(buffer, HeadLength + (i * ValueLength), ValueLength);
            }

            return reason;
        }

        private static RefusalReason Check(byte[] buffer, int length)
        {
            if (length < ExportLength || buffer.Length < ExportLength)
            {
                return RefusalReason.Truncated;
            }

            if (length > ExportLength)
            {
                return RefusalReason.TooLong;
            }

            int head = (int)Bytes.Get(buffer, 0, HeadLength);
            if (head != Head)
            {
                return (head >> 16) == (Head >> 16) ? RefusalReason.UnknownVersion : RefusalReason.Malformed;
            }

            int covered = ExportLength - Crc32.Length;
            bool isIntact = Bytes.Get(buffer, covered, Crc32.Length) == Crc32.Of(buffer, 0, covered);
            return isIntact ? RefusalReason.Taken : RefusalReason.BadChecksum;
        }

        private static bool IsCell(int slot, PolicyAction action)
        {
            return slot >= 0 && slot < Slots && (action == PolicyAction.Friendly || action == PolicyAction.Sync);
        }

        // |value| is below 2^34, so the product is below 2^50.
        private static long Product(long value, int factorQ16)
        {
            int factor = factorQ16 < 0 ? 0 : factorQ16 > One ? One : factorQ16;
            return ((value * factor) + (One / 2)) >> 16;
        }

        private static int Saturated(long value)
        {
            return value > int.MaxValue ? int.MaxValue : value < int.MinValue ? int.MinValue : (int)value;
        }
    }
}
