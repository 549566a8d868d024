// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Small records in flash that survive a power cut: a read gives the last committed record or the one before it, never a mixture.</summary>
    public interface IRecordStore
    {
        /// <summary>Commits a record under <paramref name="name"/> (1 to 16 characters a-z, 0-9, '-').</summary>
        /// <returns>False when flash refused it; the record before is still readable.</returns>
        bool Write(string name, byte[] buffer, int length);

        /// <summary>Reads the newest intact record into <paramref name="buffer"/>.</summary>
        /// <returns>Its length, or -1 when there is none (or none intact, or the buffer is too small).</returns>
        int Read(string name, byte[] buffer);

        /// <summary>Gives a record up: its space serves others. When flash refuses that, it is still readable.</summary>
        void Delete(string name);

        /// <summary>How many records failed their CRC since start and were replaced by the one before.</summary>
        int CorruptedCount { get; }
    }
}
