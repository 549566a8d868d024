// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>One thing wrong in the configuration file.</summary>
    public sealed class Complaint
    {
        /// <summary>Keeps what is wrong.</summary>
        public Complaint(int line, string key, string value, string expected)
        {
            Line = line;
            Key = key;
            Value = value;
            Expected = expected;
        }

        /// <summary>Line of the file, from 1; 0 when it is about no line.</summary>
        public readonly int Line;

        /// <summary>The key, or what stood in its place.</summary>
        public readonly string Key;

        /// <summary>The value that was refused.</summary>
        public readonly string Value;

        /// <summary>What is allowed.</summary>
        public readonly string Expected;

        /// <summary>Where it is and what stood there.</summary>
        public string Place
        {
            get { return "line " + Line.ToString() + ": " + Key + " = " + Value; }
        }
    }
}
