// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Trading;

namespace Prosumeter.Messages
{
    /// <summary>A meter has started and says what it is.</summary>
    public sealed class Birth : Message
    {
        /// <summary>A new one, all fields 0.</summary>
        public Birth()
            : base(MessageType.Birth)
        {
        }

        /// <summary>Starts since the flash was new; the last will carries the same number.</summary>
        public int BootCount;

        /// <summary>Why it started: a RestartReason number.</summary>
        public int RestartReason;

        /// <summary>Length of its slots in s.</summary>
        public int SlotSeconds;

        /// <summary>Usable storage capacity in mWh, 0 without storage.</summary>
        public long StorageCapacityMilliwattHours;

        /// <summary>Sharing ratio X_u in per mille of the capacity.</summary>
        public int SellAbovePermille;

        /// <summary>Sharing ratio X_d in per mille of the capacity.</summary>
        public int BuyBelowPermille;

        /// <summary>Version of the firmware, at most 16 ASCII characters.</summary>
        public string FirmwareVersion;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            BootCount = visitor.Count("bootCount", BootCount);
            RestartReason = visitor.Int("restartReason", RestartReason, 0, 255);
            SlotSeconds = visitor.Int("slotSeconds", SlotSeconds, MarketSlot.ShortestSeconds, MarketSlot.LongestSeconds);
            StorageCapacityMilliwattHours = visitor.Register("storageCapacityMilliwattHours", StorageCapacityMilliwattHours);
            SellAbovePermille = visitor.Permille("sellAbovePermille", SellAbovePermille);
            BuyBelowPermille = visitor.Permille("buyBelowPermille", BuyBelowPermille);
            FirmwareVersion = visitor.Text("firmwareVersion", FirmwareVersion, 16, false);
        }
    }
}
