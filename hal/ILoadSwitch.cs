// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>The contactor of the interruptible load.</summary>
    public interface ILoadSwitch
    {
        /// <summary>True while the interruptible load is supplied, false while it is cut.</summary>
        bool IsSupplied { get; set; }
    }
}
