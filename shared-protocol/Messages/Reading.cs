// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Registers and powers between slot ends.</summary>
    public sealed class Reading : Message
    {
        /// <summary>When, UTC seconds.</summary>
        public long UtcSeconds;

        /// <summary>Import register 1.8.0 in mWh.</summary>
        public long ImportMilliwattHours;

        /// <summary>Export register 2.8.0 in mWh.</summary>
        public long ExportMilliwattHours;

        /// <summary>Generation register in mWh.</summary>
        public long GenerationMilliwattHours;

        /// <summary>Storage charge register in mWh.</summary>
        public long ChargeMilliwattHours;

        /// <summary>Storage discharge register in mWh.</summary>
        public long DischargeMilliwattHours;

        /// <summary>Power at the grid connection in mW, import positive.</summary>
        public int GridMilliwatts;

        /// <summary>Power of the own generation in mW.</summary>
        public int GenerationMilliwatts;

        /// <summary>Power of the storage in mW, charge positive.</summary>
        public int StorageMilliwatts;

        /// <summary>State of charge in per mille.</summary>
        public int StateOfChargePermille;

        /// <inheritdoc/>
        public override MessageType Type
        {
            get { return MessageType.Reading; }
        }
    }
}
