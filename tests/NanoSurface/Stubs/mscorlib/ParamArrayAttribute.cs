// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.All)]
    public sealed class ParamArrayAttribute : Attribute
    {
    }
}
