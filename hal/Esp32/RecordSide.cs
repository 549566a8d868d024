// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Which of the two files of a record is the newest, so that a write need not read them again.</summary>
    internal sealed class RecordSide
    {
        public RecordSide(string name)
        {
            Name = name;
        }

        public readonly string Name;

        /// <summary>Sequence of the newest intact file; -1 without one.</summary>
        public long Sequence = -1;

        public bool IsA;
    }
}
