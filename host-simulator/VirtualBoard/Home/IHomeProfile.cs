// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>The course of a home's consumption and generation.</summary>
public interface IHomeProfile
{
    /// <summary>The power at a second of UTC since 1970-01-01. The same second always gives the same power.</summary>
    HomePower At(long utcSeconds);
}
