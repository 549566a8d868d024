// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;

namespace Prosumeter.Tests.Firmware;

/// <summary>A clock that the test sets.</summary>
internal sealed class TestClock : IClock
{
    public long MonotonicMilliseconds { get; set; }

    public long UtcSeconds { get; set; }

    public bool IsSynchronised { get; set; } = true;
}
