// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>
    /// Goes through the fields of a message in the order of the wire. A message names each field, its range and where it is kept once;
    /// every encoding is a visitor: a writer gives back the value it was shown, a reader the value it found.
    /// </summary>
    public abstract class FieldVisitor
    {
        /// <summary>Visits an integer.</summary>
        /// <param name="name">Its name in JSON.</param>
        /// <param name="value">Its present value.</param>
        /// <param name="lowest">The lowest value it may have.</param>
        /// <param name="highest">The highest value it may have.</param>
        /// <returns>The value it shall have.</returns>
        public abstract long Long(string name, long value, long lowest, long highest);

        /// <summary>Visits a truth value.</summary>
        public abstract bool Boolean(string name, bool value);

        /// <summary>Visits a text of at most <paramref name="longest"/> printable ASCII characters and, where <paramref name="isMultiline"/>, line feeds. Null counts as empty.</summary>
        public abstract string Text(string name, string value, int longest, bool isMultiline);

        /// <summary>Visits an integer of 32 bits.</summary>
        public int Int(string name, int value, int lowest, int highest)
        {
            return (int)Long(name, value, lowest, highest);
        }

        /// <summary>Visits energy of a register in mWh.</summary>
        public long Register(string name, long value)
        {
            return Long(name, value, 0, Metering.EnergyRegister.HighestMilliwattHours);
        }

        /// <summary>Visits a share in per mille.</summary>
        public int Permille(string name, int value)
        {
            return Int(name, value, 0, 1000);
        }

        /// <summary>Visits a count that starts at 0.</summary>
        public int Count(string name, int value)
        {
            return Int(name, value, 0, int.MaxValue);
        }

        /// <summary>Visits an amount of money in micro-units of either sign.</summary>
        public long Money(string name, long value)
        {
            return Long(name, value, -Message.HighestAmountMicros, Message.HighestAmountMicros);
        }
    }
}
