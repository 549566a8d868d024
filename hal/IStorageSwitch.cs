// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Tells the storage inverter what to do, over two lines.</summary>
    public interface IStorageSwitch
    {
        /// <summary>The mode the inverter is told to run in.</summary>
        Prosumeter.Trading.StorageMode Mode { get; set; }
    }
}
