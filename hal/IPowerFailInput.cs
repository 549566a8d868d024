// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Tells that the supply has failed while the board still lives on what its capacitors hold.</summary>
    public interface IPowerFailInput
    {
        /// <summary>True while the supply is away.</summary>
        bool IsFailing { get; }
    }
}
