// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>Checks settings.</summary>
internal static class SettingCheck
{
    /// <summary>Refuses a setting that is out of range.</summary>
    /// <exception cref="ArgumentException">It is; the message names it and what is allowed.</exception>
    public static void Require(bool isMet, string name, object value, string allowed)
    {
        if (!isMet)
        {
            throw new ArgumentException($"{name} is '{value}'; allowed: {allowed}.");
        }
    }
}
