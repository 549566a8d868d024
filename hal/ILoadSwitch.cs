// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>The contactor of the interruptible load.</summary>
    public interface ILoadSwitch
    {
        /// <summary>Supplies the interruptible load, or cuts it.</summary>
        void Supply(bool isSupplied);
    }
}
