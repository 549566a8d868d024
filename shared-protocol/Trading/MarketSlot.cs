// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Wire;

namespace Prosumeter.Trading
{
    /// <summary>Slots of the market: slot n lasts from n x length to (n + 1) x length in UTC seconds since 1970-01-01.</summary>
    public static class MarketSlot
    {
        /// <summary>The shortest slot in s.</summary>
        public const int ShortestSeconds = 60;

        /// <summary>The longest slot in s.</summary>
        public const int LongestSeconds = 3600;

        /// <summary>The length of a slot unless configured otherwise, in s.</summary>
        public const int DefaultSeconds = 900;

        private const int SecondsPerDay = 86400;
        private const int SecondsPerQuarterHour = 900;

        /// <summary>True for a divisor of an hour from one minute on.</summary>
        public static bool IsLength(int slotSeconds)
        {
            return slotSeconds >= ShortestSeconds && slotSeconds <= LongestSeconds && LongestSeconds % slotSeconds == 0;
        }

        /// <summary>The slot a time lies in; 0 for a time before 1970, after slot 2147483647, or a length that is none.</summary>
        public static int Of(long utcSeconds, int slotSeconds)
        {
            if (utcSeconds < 0 || !IsLength(slotSeconds))
            {
                return 0;
            }

            long slot = utcSeconds / slotSeconds;
            return slot <= int.MaxValue ? (int)slot : 0;
        }

        /// <summary>When a slot starts, in UTC seconds.</summary>
        public static long StartSeconds(int slot, int slotSeconds)
        {
            return (long)slot * slotSeconds;
        }

        /// <summary>The quarter-hour of the UTC day, 0 to 95, whatever the length of the slots.</summary>
        public static int SlotOfDay96(long utcSeconds)
        {
            long second = utcSeconds % SecondsPerDay;
            return (int)((second < 0 ? second + SecondsPerDay : second) / SecondsPerQuarterHour);
        }

        /// <summary>Judges by its slot whether a message comes from the past or the future.</summary>
        /// <param name="slot">Slot of the message.</param>
        /// <param name="earliest">The earliest slot to take.</param>
        /// <param name="latest">The latest slot to take.</param>
        public static RefusalReason Judge(int slot, int earliest, int latest)
        {
            return slot < earliest ? RefusalReason.FromPast : slot > latest ? RefusalReason.FromFuture : RefusalReason.Taken;
        }
    }
}
