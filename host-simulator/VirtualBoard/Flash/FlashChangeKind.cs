// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>What a change does. The values are part of the file format of <see cref="FlashLog"/>.</summary>
public enum FlashChangeKind : byte
{
    /// <summary>Creates a file, or empties it.</summary>
    Create = 1,

    /// <summary>Writes bytes at a position; beyond the end the file grows.</summary>
    Write = 2,

    /// <summary>Deletes a file.</summary>
    Delete = 3,

    /// <summary>Renames a file.</summary>
    Move = 4,

    /// <summary>Creates a directory.</summary>
    CreateDirectory = 5,

    /// <summary>Deletes an empty directory.</summary>
    DeleteDirectory = 6,
}
