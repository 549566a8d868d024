// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>The first complaints about the configuration, and how many there are in all.</summary>
    public sealed class ComplaintList
    {
        /// <summary>How many are kept.</summary>
        public const int Kept = 8;

        private readonly Complaint[] _complaints = new Complaint[Kept];

        /// <summary>How many there are in all.</summary>
        public int TotalCount;

        /// <summary>How many are kept.</summary>
        public int Count
        {
            get { return TotalCount < Kept ? TotalCount : Kept; }
        }

        /// <summary>A kept complaint.</summary>
        public Complaint this[int index]
        {
            get { return _complaints[index]; }
        }

        /// <summary>Adds a complaint; without room it is counted only.</summary>
        public void Add(int line, string key, string value, string expected)
        {
            if (TotalCount < Kept)
            {
                _complaints[TotalCount] = new Complaint(line, key, value, expected);
            }

            TotalCount++;
        }
    }
}
