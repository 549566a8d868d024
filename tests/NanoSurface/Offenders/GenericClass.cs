// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A generic type of our own; it names itself with its type argument.</summary>
[Offends("UserGenerics")]
[Offends("GenericTypes")]
public class GenericClass<T>
{
    /// <summary>Something of it.</summary>
    public T? Value { get; set; }
}
