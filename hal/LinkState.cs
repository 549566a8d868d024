// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>How far the way to the broker has come.</summary>
    public enum LinkState
    {
        /// <summary>Nothing is open and no attempt is under way.</summary>
        Closed = 0,

        /// <summary>An attempt is under way on its own thread.</summary>
        Connecting = 1,

        /// <summary>The broker accepted the session.</summary>
        Connected = 2,
    }
}
