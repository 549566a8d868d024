// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>What a value looks like.</summary>
    public enum SettingKind
    {
        /// <summary>A whole number, decimal or hexadecimal after 0x.</summary>
        Number = 0,

        /// <summary>One word of a list.</summary>
        Choice = 1,

        /// <summary>Printable ASCII characters.</summary>
        Text = 2,
    }
}
