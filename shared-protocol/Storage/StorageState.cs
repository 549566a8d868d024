// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Storage
{
    /// <summary>What a prosumer is in the next slot (Sabounchi and Wei, section II-B).</summary>
    public enum StorageState
    {
        /// <summary>Neither offers nor buys; own generation keeps charging.</summary>
        Hold = 0,

        /// <summary>Offers energy of the storage.</summary>
        Sell = 1,

        /// <summary>Buys what is unmet and what recharges the storage to X_d.</summary>
        Buy = 2,
    }
}
