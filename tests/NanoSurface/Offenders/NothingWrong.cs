// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Offenders;

/// <summary>What board code may do, each beside something it may not.</summary>
public static class NothingWrong
{
    /// <summary>A delegate type of our own.</summary>
    public delegate int Step(int value);

    /// <summary>Left or right.</summary>
    public enum Side
    {
        /// <summary>Left.</summary>
        Left,

        /// <summary>Right.</summary>
        Right,
    }

    /// <summary>An interface without bodies.</summary>
    public interface INumbered
    {
        /// <summary>Its number.</summary>
        int Number { get; }
    }

    /// <summary>A delegate of the library without type arguments.</summary>
    public static Action? Ended { get; set; }

    /// <summary>An array of arrays.</summary>
    public static int Cell(int[][] table) => table[0][1];

    /// <summary>Arithmetic that wraps.</summary>
    public static int Sum(int a, int b) => unchecked(a + b);

    /// <summary>A lambda with a local that it captures.</summary>
    public static int Apply(int by, int value)
    {
        Step step = x => x + by;
        return step(value);
    }

    /// <summary>The number of an enum value as text, and a number as text.</summary>
    public static string Text(Side side, int number) => ((int)side).ToString() + number.ToString();

    /// <summary>By reference.</summary>
    public static void Swap(ref int a, ref int b) => (a, b) = (b, a);
}
