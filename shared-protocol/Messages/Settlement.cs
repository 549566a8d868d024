// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Money of a slot after metering.</summary>
    public sealed class Settlement : Message
    {
        /// <summary>A new one, all fields 0.</summary>
        public Settlement()
            : base(MessageType.Settlement)
        {
        }

        /// <summary>Awarded energy that was delivered or taken, in mWh.</summary>
        public int DeliveredMilliwattHours;

        /// <summary>Awarded energy that was not, in mWh.</summary>
        public int ShortfallMilliwattHours;

        /// <summary>Money of the slot in micro-units, received positive.</summary>
        public long AmountMicros;

        /// <summary>Balance of the meter after it, in micro-units.</summary>
        public long BalanceMicros;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            DeliveredMilliwattHours = visitor.Count("deliveredMilliwattHours", DeliveredMilliwattHours);
            ShortfallMilliwattHours = visitor.Count("shortfallMilliwattHours", ShortfallMilliwattHours);
            AmountMicros = visitor.Money("amountMicros", AmountMicros);
            BalanceMicros = visitor.Money("balanceMicros", BalanceMicros);
        }
    }
}
