// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Register values at the end of a slot: what was delivered is the difference of two reports.</summary>
    public sealed class SlotReport : RegisterMessage
    {
        /// <summary>A new one, all fields 0.</summary>
        public SlotReport()
            : base(MessageType.SlotReport)
        {
        }

        /// <summary>State of charge in per mille.</summary>
        public int StateOfChargePermille;

        /// <summary>Faults seen in the slot: <see cref="Metering.FaultFlags"/>.</summary>
        public int Faults;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            VisitRegisters(visitor);
            StateOfChargePermille = visitor.Permille("stateOfChargePermille", StateOfChargePermille);
            Faults = visitor.Count("faults", Faults);
        }
    }
}
