// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Tells the storage inverter what to do, over two lines.</summary>
    public interface IStorageSwitch
    {
        /// <summary>Tells the inverter the mode to run in.</summary>
        void Tell(Prosumeter.Trading.StorageMode mode);
    }
}
