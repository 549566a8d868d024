// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>nanoFramework's CancellationToken, on the board's time.</summary>
public readonly struct CancellationToken
{
    private readonly CancellationTokenSource? _source;

    internal CancellationToken(CancellationTokenSource source)
    {
        _source = source;
    }

    /// <summary>A token that is never cancelled.</summary>
    public static CancellationToken None => default;

    /// <summary>Whether it was cancelled or its time is over.</summary>
    public bool IsCancellationRequested => _source?.IsCancellationRequested ?? false;
}
