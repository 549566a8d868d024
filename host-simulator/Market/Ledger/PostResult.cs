// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What became of a slot handed to the ledger.</summary>
public enum PostResult
{
    /// <summary>Written and on disk.</summary>
    Posted = 0,

    /// <summary>The same entries stand there already: a repeat after a restart. Nothing was written.</summary>
    AlreadyPosted = 1,

    /// <summary>The slot stands there with other entries. Nothing was written.</summary>
    Conflicts = 2,

    /// <summary>The amounts do not add up to zero. Nothing was written.</summary>
    NotZeroSum = 3,

    /// <summary>A later slot of the cluster stands there already. Nothing was written.</summary>
    OutOfOrder = 4,

    /// <summary>There are no entries to write.</summary>
    Empty = 5,
}
