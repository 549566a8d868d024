// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Trading
{
    /// <summary>What the storage inverter is told to do.</summary>
    public enum StorageMode
    {
        /// <summary>Follow the own load: charge from own surplus, discharge into own deficit. The rule when alone.</summary>
        SelfConsumption = 0,

        /// <summary>Charge at rated power, from the grid if need be.</summary>
        Charge = 1,

        /// <summary>Discharge at rated power, the rest goes to the grid.</summary>
        Discharge = 2,

        /// <summary>Neither charge nor discharge.</summary>
        Idle = 3,
    }
}
