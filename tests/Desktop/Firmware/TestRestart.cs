// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;

namespace Prosumeter.Tests.Firmware;

/// <summary>Counts what a board would do.</summary>
internal sealed class TestRestart : IRestart
{
    public int RestartCount { get; private set; }

    public int AliveCount { get; private set; }

    public void Alive()
    {
        AliveCount++;
    }

    public void Restart()
    {
        RestartCount++;
    }
}
