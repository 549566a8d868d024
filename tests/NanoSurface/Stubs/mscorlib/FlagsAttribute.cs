// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    [AttributeUsage(AttributeTargets.Enum | AttributeTargets.All)]
    public class FlagsAttribute : Attribute
    {
    }
}
