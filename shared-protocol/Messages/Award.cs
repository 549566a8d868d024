// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>What a bid was given: all, a part, or nothing.</summary>
    public sealed class Award : Message
    {
        /// <summary>A new one, all fields 0.</summary>
        public Award()
            : base(MessageType.Award)
        {
        }

        /// <summary>As in the bid.</summary>
        public TradeSide Side;

        /// <summary>Energy awarded in mWh, 0 when none.</summary>
        public int EnergyMilliwattHours;

        /// <summary>Money of the awarded energy in micro-units: received by a seller, paid by a buyer.</summary>
        public long AmountMicros;

        /// <summary>True when the interruptible load must be cut in this slot.</summary>
        public bool CutsInterruptibleLoad;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            Side = (TradeSide)visitor.Int("side", (int)Side, (int)TradeSide.Sell, (int)TradeSide.Buy);
            EnergyMilliwattHours = visitor.Count("energyMilliwattHours", EnergyMilliwattHours);
            AmountMicros = visitor.Long("amountMicros", AmountMicros, 0, HighestAmountMicros);
            CutsInterruptibleLoad = visitor.Boolean("cutsInterruptibleLoad", CutsInterruptibleLoad);
        }
    }
}
