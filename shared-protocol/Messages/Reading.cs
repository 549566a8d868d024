// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Registers and powers between slot ends.</summary>
    public sealed class Reading : RegisterMessage
    {
        /// <summary>The end of the year 9999.</summary>
        public const long HighestUtcSeconds = 253402300799;

        /// <summary>A new one, all fields 0.</summary>
        public Reading()
            : base(MessageType.Reading)
        {
        }

        /// <summary>When, UTC seconds.</summary>
        public long UtcSeconds;

        /// <summary>Power at the grid connection in mW, import positive, -2147483647 to 2147483647.</summary>
        public int GridMilliwatts;

        /// <summary>Power of the own generation in mW.</summary>
        public int GenerationMilliwatts;

        /// <summary>Power of the storage in mW, charge positive.</summary>
        public int StorageMilliwatts;

        /// <summary>State of charge in per mille.</summary>
        public int StateOfChargePermille;

        /// <summary>Faults present: <see cref="Metering.FaultFlags"/>. A power whose sensor is among them is 0.</summary>
        public int Faults;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            UtcSeconds = visitor.Long("utcSeconds", UtcSeconds, 0, HighestUtcSeconds);
            VisitRegisters(visitor);
            GridMilliwatts = visitor.Int("gridMilliwatts", GridMilliwatts, -int.MaxValue, int.MaxValue);
            GenerationMilliwatts = visitor.Int("generationMilliwatts", GenerationMilliwatts, -int.MaxValue, int.MaxValue);
            StorageMilliwatts = visitor.Int("storageMilliwatts", StorageMilliwatts, -int.MaxValue, int.MaxValue);
            StateOfChargePermille = visitor.Permille("stateOfChargePermille", StateOfChargePermille);
            Faults = visitor.Count("faults", Faults);
        }
    }
}
