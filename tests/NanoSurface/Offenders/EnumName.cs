// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>The name of an enum value.</summary>
[Offends("EnumText")]
public static class EnumName
{
    /// <summary>Left or right.</summary>
    public enum Side
    {
        /// <summary>Left.</summary>
        Left,

        /// <summary>Right.</summary>
        Right,
    }

    /// <summary>As text.</summary>
    public static string Of(Side side) => side.ToString();
}
