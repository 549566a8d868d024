// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public static class Math
    {
        public static int Abs(int value) => throw null;

        public static double Abs(double value) => throw null;

        public static float Abs(float value) => throw null;
    }
}
