// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Metering
{
    /// <summary>What can be wrong with a meter, one bit each; messages carry the sum.</summary>
    public static class FaultFlags
    {
        /// <summary>All is well.</summary>
        public const int None = 0;

        /// <summary>The sensor at the grid connection gave no valid measurement.</summary>
        public const int GridSensor = 1 << 0;

        /// <summary>The sensor of the own generation gave no valid measurement.</summary>
        public const int GenerationSensor = 1 << 1;

        /// <summary>The sensor of the storage gave no valid measurement.</summary>
        public const int StorageSensor = 1 << 2;

        /// <summary>The state of charge is not known.</summary>
        public const int StorageGauge = 1 << 3;

        /// <summary>The clock is not synchronised.</summary>
        public const int Clock = 1 << 4;

        /// <summary>Flash refused a record or gave back a corrupted one.</summary>
        public const int Flash = 1 << 5;

        /// <summary>The configuration holds a bad value; a default is used instead.</summary>
        public const int Configuration = 1 << 6;

        /// <summary>Some of the time was not sampled, so some energy is not in the registers.</summary>
        public const int SamplingGap = 1 << 7;

        /// <summary>The outbox was full: its oldest readings, or messages, gave way.</summary>
        public const int Outbox = 1 << 8;

        /// <summary>A register is full.</summary>
        public const int RegisterFull = 1 << 9;

        /// <summary>A message that came was refused.</summary>
        public const int Refusal = 1 << 10;

        /// <summary>The board restarts again and again and runs without its optional parts.</summary>
        public const int BootLoop = 1 << 11;

        /// <summary>The FRAM refused a record or gave back a corrupted one.</summary>
        public const int Fram = 1 << 12;

        /// <summary>Number of flags.</summary>
        public const int Count = 13;

        private static readonly string[] s_names =
        {
            "grid-sensor", "generation-sensor", "storage-sensor", "storage-gauge", "clock", "flash",
            "configuration", "sampling-gap", "outbox", "register-full", "refusal", "boot-loop", "fram",
        };

        /// <summary>The name people read for bit <paramref name="bit"/>, 0 to <see cref="Count"/> - 1; empty for any other.</summary>
        public static string NameOfBit(int bit)
        {
            return bit >= 0 && bit < Count ? s_names[bit] : "";
        }
    }
}
