// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards;

/// <summary>While it lives, code on this thread runs on one virtual board. Allocates nothing.</summary>
public readonly struct BoardScope : IDisposable
{
    private readonly VirtualBoard? _previous;

    internal BoardScope(VirtualBoard? previous)
    {
        _previous = previous;
    }

    /// <summary>Returns the thread to the board it was on before.</summary>
    public void Dispose()
    {
        VirtualBoard.Leave(_previous);
    }
}
