// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Policy
{
    /// <summary>What a prosumer does in a slot (Saukh, Papst and Saukh).</summary>
    public enum PolicyAction
    {
        /// <summary>Trades as the state machine says.</summary>
        Friendly = 0,

        /// <summary>Stores its generation, offers nothing and adds demand, as the others who sync do. Refused on a meter in the field.</summary>
        Sync = 1,
    }
}
