// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Reflection;

namespace System
{
    public abstract class Type : MemberInfo
    {
    }
}
