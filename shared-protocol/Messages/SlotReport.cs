// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Register values at the end of a slot: what was delivered is the difference of two reports, so a lost one loses no energy.</summary>
    public sealed class SlotReport : Message
    {
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

        /// <summary>State of charge in per mille.</summary>
        public int StateOfChargePermille;

        /// <summary>Faults seen in the slot: a FaultFlags number.</summary>
        public int Faults;

        /// <inheritdoc/>
        public override MessageType Type
        {
            get { return MessageType.SlotReport; }
        }
    }
}
