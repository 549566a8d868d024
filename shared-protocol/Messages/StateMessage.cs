// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Health of a meter, retained.</summary>
    public sealed class StateMessage : Message
    {
        /// <summary>A new one, all fields 0.</summary>
        public StateMessage()
            : base(MessageType.State)
        {
        }

        /// <summary>Starts since the flash was new.</summary>
        public int BootCount;

        /// <summary>False in the last will and after a graceful end.</summary>
        public bool IsOnline;

        /// <summary>True while the meter follows the self-consumption rule because no aggregator is heard.</summary>
        public bool IsAlone;

        /// <summary>SELL, BUY or HOLD: a <see cref="Storage.StorageState"/> number.</summary>
        public int StorageState;

        /// <summary>State of charge in per mille.</summary>
        public int StateOfChargePermille;

        /// <summary>Sensor and system faults, one bit each: <see cref="Metering.FaultFlags"/>.</summary>
        public int Faults;

        /// <summary>Seconds since start.</summary>
        public int UptimeSeconds;

        /// <summary>Messages that wait for an acknowledgement.</summary>
        public int OutboxDepth;

        /// <summary>Messages refused or dropped since start.</summary>
        public int DroppedCount;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            BootCount = visitor.Count("bootCount", BootCount);
            IsOnline = visitor.Boolean("isOnline", IsOnline);
            IsAlone = visitor.Boolean("isAlone", IsAlone);
            StorageState = visitor.Int("storageState", StorageState, 0, 2);
            StateOfChargePermille = visitor.Permille("stateOfChargePermille", StateOfChargePermille);
            Faults = visitor.Count("faults", Faults);
            UptimeSeconds = visitor.Count("uptimeSeconds", UptimeSeconds);
            OutboxDepth = visitor.Count("outboxDepth", OutboxDepth);
            DroppedCount = visitor.Count("droppedCount", DroppedCount);
        }
    }
}
